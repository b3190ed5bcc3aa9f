package lsp

import "encoding/json"

// The types of the protocol that the server reads or writes, named as in the
// specification. Members that the server neither reads nor sets are omitted.

// notification is a message without a response. The server encodes it itself:
// package jsonrpc2 encodes the parameters three times, and those of a large
// document take longer than its check.
type notification struct {
	Version string `json:"jsonrpc"`
	Method  string `json:"method"`
	Params  any    `json:"params"`
}

type position struct {
	Line      int `json:"line"`      // from 0
	Character int `json:"character"` // UTF-16 code units, from 0
}

type lspRange struct {
	Start position `json:"start"`
	End   position `json:"end"` // exclusive
}

type location struct {
	URI   string   `json:"uri"`
	Range lspRange `json:"range"`
}

type textEdit struct {
	Range   lspRange `json:"range"`
	NewText string   `json:"newText"`
}

type initializeParams struct {
	InitializationOptions json.RawMessage    `json:"initializationOptions"`
	Capabilities          clientCapabilities `json:"capabilities"`
}

type clientCapabilities struct {
	TextDocument struct {
		Completion struct {
			CompletionItem struct {
				SnippetSupport bool `json:"snippetSupport"`
			} `json:"completionItem"`
		} `json:"completion"`
	} `json:"textDocument"`
	Window struct {
		ShowDocument struct {
			Support bool `json:"support"`
		} `json:"showDocument"`
	} `json:"window"`
}

type initializeResult struct {
	Capabilities serverCapabilities `json:"capabilities"`
	ServerInfo   serverInfo         `json:"serverInfo"`
}

type serverInfo struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type serverCapabilities struct {
	PositionEncoding       string                `json:"positionEncoding"`
	TextDocumentSync       textDocumentSync      `json:"textDocumentSync"`
	HoverProvider          bool                  `json:"hoverProvider"`
	CompletionProvider     completionOptions     `json:"completionProvider"`
	CodeActionProvider     codeActionOptions     `json:"codeActionProvider"`
	CodeLensProvider       struct{}              `json:"codeLensProvider"`
	DocumentFormatting     bool                  `json:"documentFormattingProvider"`
	ExecuteCommandProvider executeCommandOptions `json:"executeCommandProvider"`
}

type textDocumentSync struct {
	OpenClose bool `json:"openClose"`
	Change    int  `json:"change"` // syncIncremental
	Save      bool `json:"save"`
}

// syncIncremental asks for the changed ranges; a client may still send the
// whole text.
const syncIncremental = 2

type completionOptions struct {
	TriggerCharacters []string `json:"triggerCharacters"`
}

type codeActionOptions struct {
	CodeActionKinds []string `json:"codeActionKinds"`
}

type executeCommandOptions struct {
	Commands []string `json:"commands"`
}

type textDocumentItem struct {
	URI        string `json:"uri"`
	LanguageID string `json:"languageId"`
	Version    int    `json:"version"`
	Text       string `json:"text"`
}

type didOpenParams struct {
	TextDocument textDocumentItem `json:"textDocument"`
}

type documentID struct {
	URI     string `json:"uri"`
	Version int    `json:"version"`
}

type didChangeParams struct {
	TextDocument   documentID      `json:"textDocument"`
	ContentChanges []contentChange `json:"contentChanges"`
}

type contentChange struct {
	Range *lspRange `json:"range"` // nil: the whole document
	Text  string    `json:"text"`
}

// documentParams are those of didClose, didSave and codeLens.
type documentParams struct {
	TextDocument documentID `json:"textDocument"`
}

type configurationParams struct {
	Settings json.RawMessage `json:"settings"`
}

// section returns the settings under "linqlint"; ok is false if there are none,
// as from clients that only announce a change.
func (p *configurationParams) section() (section json.RawMessage, ok bool) {
	var sections map[string]json.RawMessage
	if json.Unmarshal(p.Settings, &sections) != nil {
		return nil, false
	}
	section, ok = sections["linqlint"]
	return section, ok
}

// positionParams are those of hover and completion.
type positionParams struct {
	TextDocument documentID `json:"textDocument"`
	Position     position   `json:"position"`
}

type publishDiagnosticsParams struct {
	URI         string       `json:"uri"`
	Version     int          `json:"version"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type diagnostic struct {
	Range              lspRange             `json:"range"`
	Severity           int                  `json:"severity"`
	Code               string               `json:"code,omitempty"`
	CodeDescription    *codeDescription     `json:"codeDescription,omitempty"`
	Source             string               `json:"source"`
	Message            string               `json:"message"`
	RelatedInformation []relatedInformation `json:"relatedInformation,omitempty"`
}

// The severities of a diagnostic.
const (
	severityError       = 1
	severityWarning     = 2
	severityInformation = 3
)

type codeDescription struct {
	Href string `json:"href"`
}

type relatedInformation struct {
	Location location `json:"location"`
	Message  string   `json:"message"`
}

type codeActionParams struct {
	TextDocument documentID `json:"textDocument"`
	Range        lspRange   `json:"range"`
	Context      struct {
		Only []string `json:"only"`
	} `json:"context"`
}

type codeAction struct {
	Title       string        `json:"title"`
	Kind        string        `json:"kind"`
	Diagnostics []diagnostic  `json:"diagnostics,omitempty"`
	IsPreferred bool          `json:"isPreferred,omitempty"`
	Edit        workspaceEdit `json:"edit"`
}

// The kinds of code actions.
const (
	kindQuickFix = "quickfix"
	kindFixAll   = "source.fixAll.linqlint"
)

type workspaceEdit struct {
	Changes map[string][]textEdit `json:"changes"`
}

type hoverResult struct {
	Contents markup   `json:"contents"`
	Range    lspRange `json:"range"`
}

type markup struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

type completionItem struct {
	Label            string    `json:"label"`
	Kind             int       `json:"kind"`
	Detail           string    `json:"detail,omitempty"`
	Documentation    *markup   `json:"documentation,omitempty"`
	SortText         string    `json:"sortText"`
	FilterText       string    `json:"filterText"`
	InsertTextFormat int       `json:"insertTextFormat"`
	TextEdit         *textEdit `json:"textEdit"`
}

// The kinds of completions and the formats of their texts.
const (
	itemField  = 5
	itemValue  = 12
	itemEnum   = 20
	itemStruct = 22

	plainText   = 1
	snippetText = 2
)

type formattingParams struct {
	TextDocument documentID `json:"textDocument"`
	Options      struct {
		TabSize      int  `json:"tabSize"`
		InsertSpaces bool `json:"insertSpaces"`
	} `json:"options"`
}

type codeLens struct {
	Range   lspRange `json:"range"`
	Command command  `json:"command"`
}

type command struct {
	Title     string `json:"title"`
	Command   string `json:"command"`
	Arguments []any  `json:"arguments"`
}

type showDocumentParams struct {
	URI       string `json:"uri"`
	TakeFocus bool   `json:"takeFocus"`
}

type showMessageParams struct {
	Type    int    `json:"type"`
	Message string `json:"message"`
}

// messageWarning is a type of showMessageParams.
const messageWarning = 2
