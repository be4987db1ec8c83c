-- Sign-ins or registrations. Arguments: path, body; a NUMBER in the body becomes one of its own.
SCRIPTS = debug.getinfo(1, "S").source:match("^@(.*/)")
dofile(SCRIPTS .. "common.lua")
local path, body, n = nil, nil, 0

function init(args)
  path, body = args[1], args[2]
end

function request()
  n = n + 1
  local own = body:gsub("NUMBER", THREAD .. "-" .. n)
  return "POST " .. path .. " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port .. "\r\nContent-Type: application/json"
    .. "\r\nContent-Length: " .. #own .. "\r\n\r\n" .. own
end
