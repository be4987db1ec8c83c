-- Prints what a run came to, as one line of JSON; times in microseconds. Alone it is a script that
-- asks for the URL itself with GET. Argument: the token of who asks, or none.
function init(args)
  if args[1] then wrk.headers["Authorization"] = "Bearer " .. args[1] end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"answers":%d,"micros":%d,"notOk":%d,"broken":%d,"p50":%d,"p99":%d,"p999":%d}\n',
    summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9)))
end
