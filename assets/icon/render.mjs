// Makes the icons of each system from icon.svg: node assets/icon/render.mjs (needs Chromium, Chrome or Edge).
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const here = new URL('.', import.meta.url);
const svg = readFileSync(new URL('icon.svg', here), 'utf8');

/** Types of an .icns file whose content may be a PNG, with their sizes in pixels. */
const ICNS = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];
const ICO = [16, 24, 32, 48, 64, 128, 256];

async function pngs(sizes) {
  const browser = await chromium.launch({ executablePath: process.env.EKSPOSE_BROWSER ?? '/usr/bin/chromium' });
  const page = await browser.newPage();
  const made = new Map();
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    made.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  return made;
}

function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [n, [size, png]] of images.entries()) {
    const at = 6 + 16 * n;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(([, png]) => png)]);
}

function icns(images) {
  const parts = images.map(([type, png]) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

/** What the portable program shows while it unpacks: a bitmap, since its unpacker reads nothing else. */
const SPLASH = { width: 360, height: 120 };
async function splash() {
  const browser = await chromium.launch({ executablePath: process.env.EKSPOSE_BROWSER ?? '/usr/bin/chromium' });
  const page = await browser.newPage({ viewport: SPLASH });
  await page.setContent(
    `<style>body{margin:0;height:100vh;display:flex;align-items:center;gap:20px;padding:0 24px;box-sizing:border-box;background:#fff;color:#14532d;font:600 19px sans-serif}svg{width:72px;height:72px}</style>${svg}<span>Ekspose sedang dibuka …</span>`,
  );
  const png = (await page.screenshot()).toString('base64');
  const pixels = await page.evaluate(
    async ([data, { width, height }]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context.drawImage(image, 0, 0);
      return [...context.getImageData(0, 0, width, height).data];
    },
    [png, SPLASH],
  );
  await browser.close();
  return bmp(pixels, SPLASH);
}

/** 24 bits a pixel, blue first, the lowest row first; 360 × 3 needs no padding. */
function bmp(pixels, { width, height }) {
  const head = Buffer.alloc(54);
  head.write('BM', 'latin1');
  head.writeUInt32LE(54 + width * height * 3, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  const body = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [from, to] = [4 * (y * width + x), 3 * ((height - 1 - y) * width + x)];
      [body[to], body[to + 1], body[to + 2]] = [pixels[from + 2], pixels[from + 1], pixels[from]];
    }
  }
  return Buffer.concat([head, body]);
}

const made = await pngs(new Set([...ICO, ...ICNS.map(([, size]) => size), 512, 1024]));
const save = (name, bytes) => writeFileSync(new URL(name, here), bytes);
save('icon-512.png', made.get(512));
save('icon-1024.png', made.get(1024));
save('icon.ico', ico(ICO.map((size) => [size, made.get(size)])));
save('icon.icns', icns(ICNS.map(([type, size]) => [type, made.get(size)])));
save('splash.bmp', await splash());
