// %% [markdown]
// # 12 Async
// Still to come.
// %%
/exit
