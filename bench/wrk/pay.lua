-- An order of a priced seat, then its payment, and so on; one connection a thread, so that the answer
-- belongs to the request before it. Arguments as for orders.lua.
SCRIPTS = debug.getinfo(1, "S").source:match("^@(.*/)")
local common = dofile(SCRIPTS .. "common.lua")
local CARD = '{"method":"test-card","card":{"number":"4242424242424242","expiry":"12/30","cvc":"123"}}'
local tokens, path, body, keys, order, n, who = nil, nil, nil, nil, nil, 0, 0

function init(args)
  tokens = common.lines(args[1])
  path, body = common.lines(args[2])[1]:match("^(%S+) (.*)$")
  keys = args[3] .. "-" .. THREAD .. "-"
  who = THREAD
end

function request()
  n = n + 1
  if order then
    local paying = common.post("/api/orders/" .. order .. "/payment", tokens[who % #tokens + 1], CARD, "")
    order = nil
    return paying .. keys .. n .. "\r\n\r\n" .. CARD
  end
  who = who + 64
  return common.post(path, tokens[who % #tokens + 1], body, "") .. keys .. n .. "\r\n\r\n" .. body
end

function response(status, headers, answer)
  order = status == 201 and answer:match('"id":"([^"]+)"') or nil
end
