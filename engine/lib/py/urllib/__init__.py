"""Of urllib there is parse; the web is asked by aiohttp.ClientSession."""
