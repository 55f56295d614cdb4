// %% [markdown]
// # 13 Websockets
//
// Fifty clients ask ten times a second. What does push save?
