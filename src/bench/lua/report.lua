-- One line that Wrk.java reads: what wrk prints has no 95th percentile.
done = function(summary, latency)
  io.write(string.format("REPORT %d %d %.0f %.0f %d\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(95),
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
