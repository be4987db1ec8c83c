// Draws the charts of bench/report.md from what a run came to: node charts.js REPORT.json FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as echarts from 'echarts';

const [reportFile, folder] = process.argv.slice(2);
const report = JSON.parse(readFileSync(reportFile, 'utf8'));

const COLORS = ['#6b7280', '#1d4ed8', '#0f766e', '#b45309', '#9d174d'];
const BASE = {
  animation: false,
  backgroundColor: '#ffffff',
  color: COLORS,
  textStyle: { fontFamily: 'system-ui, sans-serif' },
  legend: { bottom: 0 },
  grid: { left: 80, right: 30, top: 60, bottom: 70 },
};

/** The connections that any of these rows was measured with, in order. */
function connectionsOf(keys) {
  const all = Object.keys(report.medians)
    .filter((key) => keys.includes(key.split('@')[0]))
    .map((key) => Number(key.split('@')[1]));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** One figure of a row by connections; null where it was not measured. */
function figures(key, connections, figure) {
  return connections.map((n) => report.medians[`${key}@${n}`]?.[figure] ?? null);
}

function throughput() {
  const rows = { 'no-op': '(a) no-op', hot: '(b) one hot event', hundred: '(c) 100 events', single: '(d) one a commit' };
  const connections = connectionsOf(Object.keys(rows));
  return {
    title: { text: 'Orders a second through lb' },
    xAxis: { type: 'category', name: 'connections', nameLocation: 'middle', nameGap: 28, data: connections },
    yAxis: { type: 'value', name: '2xx a second' },
    series: Object.entries(rows).map(([key, name]) => ({
      name,
      type: 'bar',
      data: figures(key, connections, 'perSecond').map((value) => value && Math.round(value)),
    })),
  };
}

function latency() {
  const connections = connectionsOf(['hot']);
  const names = { p50: 'p50', p99: 'p99', p999: 'p99.9' };
  return {
    title: { text: 'How long an order of one hot event took' },
    xAxis: { type: 'category', name: 'connections', nameLocation: 'middle', nameGap: 28, data: connections },
    yAxis: { type: 'log', name: 'milliseconds' },
    series: Object.entries(names).map(([figure, name]) => ({
      name,
      type: 'line',
      data: figures('hot', connections, figure),
    })),
  };
}

function sellOut() {
  const { seats, connections, left } = report.sellOut;
  return {
    title: { text: `Seats left of ${seats.toLocaleString('en')}, ${connections} connections` },
    legend: { show: false },
    xAxis: { type: 'value', name: 'seconds', nameLocation: 'middle', nameGap: 28 },
    yAxis: { type: 'value' },
    series: [{ type: 'line', symbol: 'none', areaStyle: {}, color: COLORS[1], data: left.map((at) => [at.seconds, at.seats]) }],
  };
}

function draw(name, options) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 760, height: 400 });
  chart.setOption({ ...BASE, ...options });
  writeFileSync(join(folder, `${name}.svg`), `${chart.renderToSVGString()}\n`);
  chart.dispose();
}

mkdirSync(folder, { recursive: true });
draw('throughput', throughput());
draw('latency', latency());
draw('sell-out', sellOut());
