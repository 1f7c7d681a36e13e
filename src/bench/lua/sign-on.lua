-- Single sign-ons: authorize with somebody's session, then the token for the code. One connection may carry the two
-- requests of different sign-ons; what is counted are whole ones, by the tokens that came.
local codes = {}
tokens, wrong = 0, 0 -- read by thread:get
local authorize, credentials, cookies, form

init = function(arguments)
  authorize, credentials, cookies, form = arguments[1], arguments[2], arguments[3], arguments[4]
end

request = function()
  local code = table.remove(codes)
  if code then
    return wrk.format("POST", "/oauth2/token", {
      ["Authorization"] = credentials,
      ["Content-Type"] = "application/x-www-form-urlencoded",
    }, form .. "&code=" .. code)
  end
  return wrk.format("GET", authorize, { ["Cookie"] = cookies })
end

response = function(status, headers, body)
  local code = headers["Location"] and headers["Location"]:match("[?&]code=([^&]+)")
  if code then
    codes[#codes + 1] = code
  elseif status == 200 and body:find("id_token", 1, true) then
    tokens = tokens + 1
  else
    wrong = wrong + 1
  end
end

local threads = {}
setup = function(thread) threads[#threads + 1] = thread end

-- In the form of report.lua; the times are those of one request, of which a sign-on has two.
done = function(summary, latency)
  local all, refused = 0, summary.errors.connect + summary.errors.read + summary.errors.timeout
  for _, thread in ipairs(threads) do
    all, refused = all + thread:get("tokens"), refused + thread:get("wrong")
  end
  io.write(string.format("REPORT %d %d %.0f %.0f %d\n",
    all, summary.duration, 2 * latency:percentile(50), 2 * latency:percentile(95), refused))
end
