#ifndef COMMAND_NEW_TEMPLATE_H
#define COMMAND_NEW_TEMPLATE_H
/* The lesson that `new` writes. */

/* A format that takes the schema's path, the id, the title and the file's name without its end. */
#define NEW_TEMPLATE_LESSON                                                                        \
    "{\n"                                                                                          \
    "  \"$schema\": \"%s\",\n"                                                                     \
    "  \"format\": 1,\n"                                                                           \
    "  \"id\": \"%s\",\n"                                                                          \
    "  \"title\": \"%s\",\n"                                                                       \
    "  \"summary\": \"Two guests are on their way at the same time.\",\n"                          \
    "  \"level\": \"beginner\",\n"                                                                 \
    "  \"minutes\": 4,\n"                                                                          \
    "  \"objectives\": [\n"                                                                        \
    "    \"See that two tasks wait at the same time\"\n"                                           \
    "  ],\n"                                                                                       \
    "  \"program\": {\"file\": \"%s.py\"},\n"                                                      \
    "  \"moments\": [\n"                                                                           \
    "    {\n"                                                                                      \
    "      \"at\": {\"source\": \"bob = asyncio.create_task\"},\n"                                 \
    "      \"say\": \"Ann's task is made and stands in line. It has not begun: main still "        \
    "runs.\",\n"                                                                                   \
    "      \"spotlight\": \"panel:ready\"\n"                                                       \
    "    },\n"                                                                                     \
    "    {\n"                                                                                      \
    "      \"at\": {\"source\": \"await asyncio.sleep(seconds)\", \"hit\": 2},\n"                  \
    "      \"say\": \"Ann sleeps already. Bob's sleep sets a second timer.\",\n"                   \
    "      \"spotlight\": \"panel:timers\",\n"                                                     \
    "      \"pause\": true,\n"                                                                     \
    "      \"note\": \"Ask who comes first, and when the program ends.\"\n"                        \
    "    },\n"                                                                                     \
    "    {\n"                                                                                      \
    "      \"at\": {\"time\": 1},\n"                                                               \
    "      \"say\": \"Nobody was ready, so the clock went to the nearest timer: Bob's.\"\n"        \
    "    },\n"                                                                                     \
    "    {\n"                                                                                      \
    "      \"at\": {\"output\": \"Bob is here\"},\n"                                               \
    "      \"say\": \"Bob set the shorter timer, so he comes first.\"\n"                           \
    "    },\n"                                                                                     \
    "    {\n"                                                                                      \
    "      \"at\": {\"end\": true},\n"                                                             \
    "      \"say\": \"Sleeps of 2 and 1 seconds took 2 seconds, not 3.\"\n"                        \
    "    }\n"                                                                                      \
    "  ],\n"                                                                                       \
    "  \"checkpoints\": [\n"                                                                       \
    "    {\n"                                                                                      \
    "      \"at\": {\"time\": 1},\n"                                                               \
    "      \"ask\": \"next-output\",\n"                                                            \
    "      \"explain\": \"Bob's timer is due, and Ann's is not.\"\n"                               \
    "    }\n"                                                                                      \
    "  ],\n"                                                                                       \
    "  \"variants\": [\n"                                                                          \
    "    {\n"                                                                                      \
    "      \"title\": \"Bob takes longer\",\n"                                                     \
    "      \"say\": \"Now Ann comes first, and the program waits for Bob.\",\n"                    \
    "      \"source\": {\"find\": \"\\\"Bob\\\", 1\", \"put\": \"\\\"Bob\\\", 3\"}\n"              \
    "    }\n"                                                                                      \
    "  ],\n"                                                                                       \
    "  \"expect\": {\n"                                                                            \
    "    \"stdout\": \"Bob is here\\nAnn is here\\nall are here\\n\",\n"                           \
    "    \"elapsed\": 2,\n"                                                                        \
    "    \"exception\": null\n"                                                                    \
    "  }\n"                                                                                        \
    "}\n"

static const char new_template_program[] =
    "import asyncio\n"
    "\n"
    "\n"
    "async def greet(name, seconds):\n"
    "    await asyncio.sleep(seconds)\n"
    "    print(f\"{name} is here\")\n"
    "\n"
    "\n"
    "async def main():\n"
    "    ann = asyncio.create_task(greet(\"Ann\", 2), name=\"Ann\")\n"
    "    bob = asyncio.create_task(greet(\"Bob\", 1), name=\"Bob\")\n"
    "    await ann\n"
    "    await bob\n"
    "    print(\"all are here\")\n"
    "\n"
    "\n"
    "asyncio.run(main())\n";

#endif
