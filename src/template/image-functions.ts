import { UserError } from '../errors.ts';
import type { Template } from './model.ts';
import { asMap } from './plain-data.ts';

/**
 * Refuses functions that are container images: their images are not copied to the registries of other regions.
 *
 * @throws UserError `image-function`
 */
export function refuseImageFunctions(template: Template): void {
  const defaults = asMap(template.globals['Function']);
  const images = template.resources.filter(({ type, properties }) => {
    if (type === 'AWS::Serverless::Function') {
      return (properties['PackageType'] ?? defaults['PackageType']) === 'Image' || 'ImageUri' in properties;
    }
    if (type !== 'AWS::Lambda::Function') return false;
    return properties['PackageType'] === 'Image' || 'ImageUri' in asMap(properties['Code']);
  });
  const [first] = images;
  if (!first) return;
  const names = images.map(({ logicalId }) => logicalId).join(', ');
  const location = template.locate(first.logicalId);
  throw new UserError(
    'image-function',
    `${template.file}: ${names} ${images.length === 1 ? 'is a container-image function' : 'are container-image functions'}; only functions packaged as zip files can be taken to several regions.`,
    {
      fix: [
        'Package the function as a zip file (PackageType: Zip with CodeUri), or keep it in a stack that is deployed without this tool.',
      ],
      ...(location && { location }),
    },
  );
}
