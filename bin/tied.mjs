// Preloaded into a child that was given a channel: when the parent is gone, however it ended, so is the child.
process.on('disconnect', () => process.exit(0))
process.channel?.unref()
