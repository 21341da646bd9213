import { zip } from './zip.ts';

const TEXT = 'http://schemas.openxmlformats.org';
const shape = (text: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="a"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="914400" y="914400"/><a:ext cx="6096000" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
const tree = (inner: string): string =>
  `<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${inner}</p:spTree></p:cSld>`;
const part = (name: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><p:${name} xmlns:p="${TEXT}/presentationml/2006/main" xmlns:a="${TEXT}/drawingml/2006/main" xmlns:r="${TEXT}/officeDocument/2006/relationships">${inner}</p:${name}>`;
const rels = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${TEXT}/package/2006/relationships">${targets
    .map(
      ([type, target], at) =>
        `<Relationship Id="rId${at + 1}" Type="${TEXT}/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const picture = `<p:pic><p:nvPicPr><p:cNvPr id="3" name="b"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:link="rId1"/></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="3000000"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;

/**
 * A presentation as PowerPoint stores it, with one page for each text.
 * @param linked the address of a picture that each page would load
 */
export function pptx(texts: readonly string[], linked: string): Buffer {
  const pages = texts.map(
    (text, at) => [`ppt/slides/slide${at + 1}.xml`, part('sld', tree(shape(text) + picture))] as const,
  );
  const ids = texts.map((_text, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 1}"/>`).join('');
  const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${TEXT}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/>${pages
    .map(
      ([name]) =>
        `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/>`,
    )
    .join('')}</Types>`;
  return zip({
    '[Content_Types].xml': types,
    '_rels/.rels': rels([['officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': part('presentation', `<p:sldIdLst>${ids}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/>`),
    'ppt/_rels/presentation.xml.rels': rels(pages.map(([name]) => ['slide', name.slice(4)])),
    ...Object.fromEntries(pages),
    ...Object.fromEntries(
      texts.map((_text, at) => [
        `ppt/slides/_rels/slide${at + 1}.xml.rels`,
        rels([['image', linked]]).replace('"/></', '" TargetMode="External"/></'),
      ]),
    ),
  });
}
