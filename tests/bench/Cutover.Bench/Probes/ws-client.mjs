// npm `ws` as a contender: the same words on the same pipes as HoldingClient, the same 256 dials under way at once.
// One timer for all echoes, the cheapest that a careful user of the package would write.
import WebSocket from "ws";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { performance } from "node:perf_hooks";

const [endpoint, count, intervalMs] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const tls = endpoint.startsWith("wss") ? { ca: readFileSync(process.env.BENCH_CERTIFICATE), servername: "bench.example" } : {};
const options = { perMessageDeflate: false, headers: { Host: "bench.example" }, ...tls };
const dial = () => new Promise((resolve, reject) => {
  const socket = new WebSocket(endpoint, options);
  socket.once("open", () => resolve(socket));
  socket.once("error", reject);
});

const openAll = async (total) => {
  const sockets = [];
  let next = 0;
  await Promise.all(Array.from({ length: 256 }, async () => {
    while (next++ < total) {
      sockets.push(await dial());
    }
  }));
  return sockets;
};

const warm = await openAll(Number(process.argv[5]));
await Promise.all(warm.map((socket) => new Promise((resolve) => { socket.once("close", resolve); socket.close(); })));
console.log("ready");
createInterface({ input: process.stdin }).once("line", async () => {
  const begun = performance.now();
  const sockets = await openAll(count);
  console.log(`opened ${(performance.now() - begun).toFixed(1)}`);
  let held = sockets.length;
  for (const socket of sockets) {
    socket.on("error", () => {});
    socket.on("message", () => {});
    socket.once("close", () => {
      if (--held === 0) {
        console.log(`gone ${(performance.timeOrigin + performance.now()).toFixed(1)}`);
        process.exit(0);
      }
    });
  }
  let turn = 0;
  setInterval(() => {
    for (let i = turn++ % 100; i < sockets.length; i += 100) {
      if (sockets[i].readyState === WebSocket.OPEN) {
        sockets[i].send("cutover-12345");
      }
    }
  }, intervalMs / 100);
});
