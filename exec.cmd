@rem npm scripts say "exec" so that a shell hands signals on to Node; cmd has no such word and runs this.
@%*
