-- Orders, each with a key of its own, by all accounts in turn.
-- Arguments: file of tokens, file of "path body" lines, beginning of the keys, one more header or none.
SCRIPTS = debug.getinfo(1, "S").source:match("^@(.*/)")
local common = dofile(SCRIPTS .. "common.lua")
local heads, tails, keys, n = {}, {}, nil, 0

function init(args)
  local tokens, targets = common.lines(args[1]), common.lines(args[2])
  local extra = args[4] and "\r\n" .. args[4] or ""
  keys = args[3] .. "-" .. THREAD .. "-"
  -- As many heads as accounts, or as events if there are more: each event meets many accounts.
  for i = 1, math.max(#tokens, #targets) do
    local path, body = targets[i % #targets + 1]:match("^(%S+) (.*)$")
    heads[i] = common.post(path, tokens[i % #tokens + 1], body, extra) .. keys
    tails[i] = "\r\n\r\n" .. body
  end
end

function request()
  n = n + 1
  local i = n % #heads + 1
  return heads[i] .. n .. tails[i]
end
