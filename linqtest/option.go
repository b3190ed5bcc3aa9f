package linqtest

import (
	"fmt"
	"regexp"
	"time"

	"github.com/linqlint/linqlint/internal/mock"
	"github.com/linqlint/linqlint/validate"
)

var e164 = regexp.MustCompile(`^\+[1-9][0-9]{1,14}$`)

// Option configures a [Server]. A nil Option is skipped.
type Option interface{ apply(*config) }

type config struct {
	mock.Config
	inProcess bool
}

type option func(*config)

func (o option) apply(c *config) { o(c) }

// WithTokens makes the server accept only these bearer tokens. Without it any token is
// accepted, but every request still needs one.
func WithTokens(tokens ...string) Option {
	return option(func(c *config) { c.Tokens = append(c.Tokens, tokens...) })
}

// WithLines sets the account's numbers, the preferred first. Without it there are
// two numbers of the fictional range +1 202 555 01xx, and chats.create may use any
// other. WithLines panics if one is not an E.164 number.
func WithLines(numbers ...string) Option {
	for _, n := range numbers {
		if !e164.MatchString(n) {
			panic(fmt.Sprintf("linqtest: WithLines: %q is not an E.164 number", n))
		}
	}
	return option(func(c *config) { c.Lines = append(c.Lines, numbers...) })
}

// WithHistory sets how many messages, attachments and accepted requests are
// kept, each; n < 1 means 10000.
func WithHistory(n int) Option { return option(func(c *config) { c.History = n }) }

// WithValidation passes options to the rules, such as a severity that makes the
// server refuse what is only a warning by default.
func WithValidation(opts ...validate.Option) Option {
	return option(func(c *config) { c.Validation = append(c.Validation, opts...) })
}

// WithClock sets the server's clock; nil means time.Now.
func WithClock(now func() time.Time) Option { return option(func(c *config) { c.Now = now }) }

// WithoutNetwork makes a server that listens on no port: requests reach it by
// [Server.Client] and [Server.Transport] only, and its URL is that of no host. It works
// in a bubble of testing/synctest, and where no port may be opened.
func WithoutNetwork() Option { return option(func(c *config) { c.inProcess = true }) }
