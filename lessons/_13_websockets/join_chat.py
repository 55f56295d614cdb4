"""Joins the chat: python3 join_chat.py ws://127.0.0.1:PORT/ Ann Hello

It says the name and the sentences, prints what it hears, and leaves when somebody says bye.
It needs the package websockets.
"""
import asyncio
import sys

import websockets


async def main(address, name, *sentences):
    async with websockets.connect(address) as chat:
        for text in (name,) + sentences:
            await chat.send(text)
        async for line in chat:
            print(line, flush=True)
            if line.endswith(": bye"):
                return


asyncio.run(main(*sys.argv[1:]))
