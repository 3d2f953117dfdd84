-- wrk: GET with the bearer token of TOKEN.
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
function done(summary, latency)
  io.write(string.format("requests=%d errors=%d seconds=%.3f p50=%.3f p99=%.3f\n", summary.requests,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
