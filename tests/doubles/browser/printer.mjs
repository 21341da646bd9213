#!/usr/bin/env node
// Stands in for an installed browser where the application prints: takes the same command line, and has the page printed by a
// Chromium that runs already (`tests/support/printer.ts`). A browser of its own for each document costs two seconds of a core.
import { request } from 'node:http';
import process from 'node:process';

const output = process.argv.find((arg) => arg.startsWith('--print-to-pdf='))?.slice('--print-to-pdf='.length);
const url = process.argv.at(-1);
const asked = request({ host: '127.0.0.1', port: process.env.EKSPOSE_TEST_PRINTER, method: 'POST' }, (response) => {
  response.resume();
  response.on('end', () => {
    process.exitCode = response.statusCode === 200 ? 0 : 1;
  });
});
asked.end(JSON.stringify({ url, output }));
