-- What the scripts share: the report, files of lines, a number for each thread, and requests.
local common = {}

dofile(SCRIPTS .. "report.lua")

local threads = 0
function setup(thread)
  thread:set("THREAD", threads)
  threads = threads + 1
end

function common.lines(path)
  local found = {}
  for line in io.lines(path) do found[#found + 1] = line end
  return found
end

-- The head of a POST up to its key, which ends it. wrk's own wrk.format is several times dearer.
function common.post(path, token, body, extra)
  return "POST " .. path .. " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port .. "\r\nAuthorization: Bearer " .. token
    .. "\r\nContent-Type: application/json\r\nContent-Length: " .. #body .. extra
    .. "\r\nIdempotency-Key: "
end

return common
