package validate

import (
	"strconv"
	"strings"
)

// Bodies that the tests are made of.

const acme = `"app":{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12"}`

const ready = `{"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`

func sendOf(parts ...string) string {
	return `{"message":{"parts":[` + strings.Join(parts, ",") + `]}}`
}

func textOf(value string) string { return `{"type":"text","value":"` + value + `"}` }

func helloWith(member string) string {
	return `{"message":{"parts":[{"type":"text","value":"Hello"}],` + member + `}}`
}

func decorated(value, decorations string) string {
	return sendOf(`{"type":"text","value":"` + value + `","text_decorations":[` + decorations + `]}`)
}

func padded(bytes int) string { return ready + strings.Repeat(" ", bytes-len(ready)) }

func linkOf(value string) string { return sendOf(`{"type":"link","value":"` + value + `"}`) }

func mediaOf(url string) string { return sendOf(`{"type":"media","url":"` + url + `"}`) }

func overSMS(url string) string {
	return `{"message":{"preferred_service":"SMS",` + mediaOf(url)[len(`{"message":{`):]
}

func times(n int, part string) string { return strings.Repeat(part+",", n-1) + part }

func cardOf(app string) string {
	return `{"message":{"parts":[{"type":"imessage_app","app":` + app + `,"layout":{"caption":"Your order"}}]}}`
}

func acmeCard(members string) string {
	return `{"message":{"parts":[{"type":"imessage_app",` + acme + `,` + members + `}]}}`
}

func captioned(member string) string { return acmeCard(`"layout":{"caption":"Your order"},` + member) }

func layoutOf(layout string) string { return acmeCard(`"layout":` + layout) }

func createOf(to ...string) string {
	return `{"to":[` + strings.Join(to, ",") + `],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`
}

func firstOf(parts ...string) string {
	return `{"from":"+12052535597","to":["+14155550123"],` + sendOf(parts...)[1:]
}

func anyLine(parts ...string) string { return `{"to":["+14155550123"],` + sendOf(parts...)[1:] }

func continuing(continuation string) string {
	return `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]},"continuation_message":` + continuation + `}`
}

func numbers(n int) []string {
	to := make([]string, n)
	for i := range to {
		to[i] = `"+1415555` + strconv.Itoa(1000+i) + `"`
	}
	return to
}
