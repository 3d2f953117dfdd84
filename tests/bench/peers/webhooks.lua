-- wrk: posts the lines "<signature>\t<body>" of the file named by BODIES, each once, then from the start again.
local lines, at = {}, 0
for line in io.lines(os.getenv("BODIES")) do
  lines[#lines + 1] = line
end
function request()
  at = at % #lines + 1
  local signature, body = lines[at]:match("^(.-)\t(.*)$")
  return wrk.format("POST", "/webhooks/whatsapp", { ["Content-Type"] = "application/json", ["X-Hub-Signature-256"] = signature }, body)
end
function done(summary, latency)
  io.write(string.format("requests=%d errors=%d seconds=%.3f p50=%.3f p99=%.3f\n", summary.requests,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
