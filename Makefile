# Every command sets up what it needs first, without questions; README.md says more.
.PHONY: serve test fuzz dist reproduce build setup shots clean

serve: build ## build, serve on this machine, print the address and the offline file
	@node scripts/serve.mjs target/trunk

test: ## every test
	@scripts/test

fuzz: ## any bytes at all into every reader, FUZZ_SECONDS (600) each
	@scripts/fuzz

dist: ## the release folder
	@scripts/setup
	@scripts/dist

reproduce: ## builds the release twice and compares
	@scripts/reproduce

build:
	@scripts/setup
	@scripts/build

setup:
	@scripts/setup test

shots: ## pictures of the page for its designers, into target/shots
	@scripts/setup test
	@test -e target/trunk/index.html || scripts/build
	@node tests/browser/shots.mjs target/shots

clean: ## forgets what was built here; the tools of the user's cache stay
	@rm -rf target target-wasm dist node_modules tests/browser/node_modules tests/npm/node_modules
