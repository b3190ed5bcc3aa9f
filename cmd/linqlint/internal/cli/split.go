package cli

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

func (a *app) splitCommand() *cobra.Command {
	var kind choice
	cmd := &cobra.Command{
		Use:   "split [flags] FILE",
		Short: "Split a body that does not fit in one message",
		Long: fmt.Sprintf("split writes the shortest sequence of messages with the content of the body in FILE\n"+
			"(- is standard input), one body per line. Links, cards and clips get a message each,\n"+
			"consecutive texts are joined, a message has at most %d parts and %d public URLs, and\n"+
			"texts over %d code points are cut between lines, sentences or words with their\n"+
			"decorations. For a chats.create, the first line is a chats.create and the others are\n"+
			"chats.messages.send, for the chat in its response. If the body cannot be split,\n"+
			"nothing is written to standard output and the exit code is 1.",
			api.MaxParts, api.MaxURLMedia, api.MaxText),
		Example:           "  linqlint split campaign.json > messages.ndjson",
		Args:              oneFile("split"),
		RunE:              func(_ *cobra.Command, args []string) error { return a.split(args[0], validate.Kind(kind.value)) },
		ValidArgsFunction: completePaths,
	}
	kindFlag(cmd, &kind)
	return cmd
}

// split writes the messages that a body is split into.
func (a *app) split(path string, kind validate.Kind) error {
	body, err := a.readBody(path)
	if err != nil {
		return fmt.Errorf("%s: %s", wire.Visible(path), source.ErrorText(err))
	}
	request, err := builder.Parse(body, validate.WithKind(kind))
	if err != nil {
		a.problems(path, "", err)
		return nil
	}
	seq := builder.Sequence{Requests: []builder.Request{request}}
	if long, ok := request.(interface{ Split() builder.Sequence }); ok {
		seq = long.Split()
	}
	var out bytes.Buffer
	for i, r := range seq.Requests {
		message, err := r.Build()
		if err != nil {
			which := ""
			if len(seq.Requests) > 1 {
				which = fmt.Sprintf("message %d: ", i+1)
			}
			a.problems(path, which, err)
			continue
		}
		out.Write(message.Bytes())
		out.WriteByte('\n')
	}
	for _, l := range seq.Left {
		a.exit = ExitProblems
		a.say("%s: cannot be split: %s", path, l.Reason)
	}
	if a.exit != ExitClean {
		return nil
	}
	if _, err := a.env.Stdout.Write(wire.EscapeControls(out.Bytes())); err != nil {
		return fmt.Errorf("cannot write the messages: %w", err)
	}
	return nil
}
