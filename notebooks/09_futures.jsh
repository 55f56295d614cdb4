// %% [markdown]
// # 09 Futures
//
// A task throws in a pool. Who hears of it?
// %%
/exit
