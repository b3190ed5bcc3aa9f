package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/internal/body/code"
	"github.com/linqlint/linqlint/validate"
)

func (a *app) codeCommand() *cobra.Command {
	var kind choice
	lang := choice{word: "LANGUAGE"}
	for _, l := range code.Languages() {
		lang.allowed = append(lang.allowed, l.String())
	}
	cmd := &cobra.Command{
		Use:   "code --lang LANGUAGE [flags] FILE",
		Short: "Write a program that sends a body",
		Long: "code writes a program that sends exactly the body in FILE (- is standard input): in Go\n" +
			"with package builder and net/http, for curl, in TypeScript with @linqapp/sdk, or in\n" +
			"Python with linq-python. The program reads the ids of the chat and the message and\n" +
			"the API key from the environment: CHAT_ID, MESSAGE_ID, LINQ_API_V3_API_KEY.",
		Example:           "  linqlint code --lang go order.json > main.go",
		Args:              oneFile("code"),
		ValidArgsFunction: completePaths,
		RunE: func(_ *cobra.Command, args []string) error {
			l, ok := code.ParseLanguage(lang.value)
			if !ok {
				return usagef("code requires --lang: %s", orList(lang.allowed))
			}
			r, body, err := a.readRequest(args[0], validate.Kind(kind.value))
			if r == nil {
				return err
			}
			program, err := code.Write(l, body, validate.WithKind(r.Kind()))
			if err != nil {
				a.exit = ExitProblems
				a.say("%s: %v", args[0], err)
				return nil
			}
			_, err = io.WriteString(a.env.Stdout, program)
			return err
		},
	}
	choiceFlag(cmd, &lang, "lang", "the language: go, curl, typescript or python")
	kindFlag(cmd, &kind)
	return cmd
}
