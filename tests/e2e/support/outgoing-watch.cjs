// Loaded into the main process under test: writes down every address outside this machine that it tries to reach.
const dns = require('node:dns');
const { appendFileSync } = require('node:fs');
const net = require('node:net');

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;
const note = (what) => appendFileSync(process.env.EKSPOSE_WATCH_FILE, `${what}\n`);

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function watched(...args) {
  const given = Array.isArray(args[0]) ? args[0][0] : args[0];
  const { host, port, path } = typeof given === 'object' ? given : { port: given, host: args[1] };
  if (path === undefined && !LOOPBACK.test(host ?? 'localhost')) note(`tcp ${host}:${port}`);
  return connect.apply(this, args);
};

const { lookup } = dns;
dns.lookup = (name, ...rest) => {
  if (!LOOPBACK.test(name)) note(`dns ${name}`);
  return lookup(name, ...rest);
};
