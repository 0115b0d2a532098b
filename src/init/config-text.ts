import { deployRoleName } from '../bootstrap/role-names.ts';
import { hasPreviews, type InitAnswers } from './answers.ts';
import { PRODUCT } from './fill-starter.ts';

/** `multi-region.yml` of an application with one stack; undefined where there is one that stays. @param ref tag or commit of the JSON Schema */
export function configText(answers: InitAnswers, ref: string): string | undefined {
  const { application, environment, targets, stack } = answers;
  if (stack === undefined) return undefined;
  const [first] = targets;
  const later = targets.length > 1 ? 'the others follow together' : 'more may follow';
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${PRODUCT}/${ref}/multi-region.schema.json
application: ${application}
stacks:
  app:
    template: ${JSON.stringify(stack.template)}
    stack-name: ${stack.stackName}
environments:
  ${environment}:
    # Roles of bootstrap.yaml: put it into every account with sam-multi-region bootstrap.
    role-to-assume: ${deployRoleName(application, environment)}
    service-role: ${application}-cloudformation
    targets: # ${first?.region ?? ''} is deployed first, ${later}; waves say otherwise
${targets.map(({ region, account }) => `      ${region}: { account: "${account}" }`).join('\n')}
    on-failure: rollback-all
    # What decides whether a release may go on, for example:
    # gates:
    #   - { http: "\${stacks.app.outputs.Url}health", expect: { status: 200 } }
${hasPreviews(answers) ? previewText(answers) : ''}`;
}

function previewText({ application, targets: [first] }: InitAnswers): string {
  return first === undefined
    ? ''
    : `preview:
  role-to-assume: ${application}-preview
  service-role: ${application}-cloudformation
  targets:
    ${first.region}: { account: "${first.account}" }
`;
}
