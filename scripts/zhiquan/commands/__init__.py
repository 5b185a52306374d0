"""What a person can type after `zhiquan`: one module a command, thin over the rooms before."""
