/** Writes `templates/bootstrap/template.yaml` from the policies of the commands. With `--check` it only compares. */
import { genericSubject } from '../src/bootstrap/generic-subject.ts';
import { bootstrapTemplate } from '../src/bootstrap/template.ts';
import { writeGenerated } from './generated.ts';

const note =
  '# Made from the policies of the commands (npm run docs). `sam-multi-region init` writes one for your configuration.\n';
const text = await bootstrapTemplate(genericSubject());
writeGenerated('templates/bootstrap/template.yaml', () => `${note}${text}`);
