package builder

import "github.com/linqlint/linqlint/validate"

// The services that a message may prefer. SMS means "RCS if the recipient has
// it, else SMS"; IMessage has no fallback.
const (
	IMessage = validate.ServiceIMessage
	SMS      = validate.ServiceSMS
	RCS      = validate.ServiceRCS
)
