package markdown

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/linqlint/linqlint/decorations"
)

// The parsers: of documents, and of a single paragraph's inline content, each
// without and with animations. They are safe for concurrent use, and made when
// they are first needed, since most runs of a program never do.
var (
	documents  = pairOf(parser.DefaultBlockParsers)
	paragraphs = pairOf(paragraphBlocks)
)

// htmlText reads an HTML block: it sees tags and nothing else.
var htmlText = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(parser.WithBlockParsers(paragraphBlocks()...),
		parser.WithInlineParsers(util.Prioritized(parser.NewRawHTMLParser(), 1)))
})

func pairOf(blocks func() []util.PrioritizedValue) func() [2]parser.Parser {
	return sync.OnceValue(func() [2]parser.Parser {
		return [2]parser.Parser{newParser(blocks()), newParser(blocks(), animationParser{})}
	})
}

func paragraphBlocks() []util.PrioritizedValue {
	return []util.PrioritizedValue{util.Prioritized(parser.NewParagraphParser(), 1)}
}

// newParser makes a parser of blocks with CommonMark's inline content,
// strikethrough and what else is given.
func newParser(blocks []util.PrioritizedValue, inline ...parser.InlineParser) parser.Parser {
	inlines := append(parser.DefaultInlineParsers(),
		util.Prioritized(doubleTilde{}, 500))
	for _, p := range inline {
		inlines = append(inlines, util.Prioritized(p, 150)) // after code spans, before links
	}
	return parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithInlineParsers(inlines...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
}

// parse reads md with one of a pair of parsers.
func parse(pair func() [2]parser.Parser, md []byte, s settings) ast.Node {
	p := pair()[0]
	if s.animations {
		p = pair()[1]
	}
	return p.Parse(text.NewReader(md))
}

// doubleTilde takes ~~x~~ for strikethrough but leaves ~x~, which GitHub allows
// too: in a chat a single tilde means "about". It is not goldmark's own parser,
// whose package compiles the patterns of every extension when a program starts.
type doubleTilde struct{}

// Trigger implements parser.InlineParser.
func (doubleTilde) Trigger() []byte { return []byte{'~'} }

// Parse implements parser.InlineParser: a run of exactly two tildes may open or
// close.
func (d doubleTilde) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	run := parser.ScanDelimiter(line, before, 2, d)
	if run == nil || run.OriginalLength != 2 || before == '~' {
		return nil
	}
	run.Segment = segment.WithStop(segment.Start + run.OriginalLength)
	block.Advance(run.OriginalLength)
	pc.PushDelimiter(run)
	return run
}

// IsDelimiter implements parser.DelimiterProcessor.
func (doubleTilde) IsDelimiter(b byte) bool { return b == '~' }

// CanOpenCloser implements parser.DelimiterProcessor.
func (doubleTilde) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

// OnMatch implements parser.DelimiterProcessor.
func (doubleTilde) OnMatch(int) ast.Node { return extast.NewStrikethrough() }

// animated is the node of {shake: wow}. Its content is read when the node is
// written, by the parser of a paragraph.
type animated struct {
	ast.BaseInline
	animation decorations.Animation
	content   []text.Segment
}

var kindAnimated = ast.NewNodeKind("Animated")

// Kind implements ast.Node.
func (*animated) Kind() ast.NodeKind { return kindAnimated }

// Dump implements ast.Node.
func (n *animated) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Animation": string(n.animation)}, nil)
}

// unclosedBefore is the end of a text in which there is no closing brace: a
// source of nothing but opening ones must not be searched again for each.
var unclosedBefore = parser.NewContextKey()

// animationParser reads {shake: wow}. The span ends at the first } that no
// backslash precedes, on this line or a later one of the paragraph.
type animationParser struct{}

// Trigger implements parser.InlineParser.
func (animationParser) Trigger() []byte { return []byte{'{'} }

// Parse implements parser.InlineParser: nil leaves the brace to be text, and the
// caller goes back to where it was.
func (animationParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if unclosed, ok := pc.Get(unclosedBefore).(int); ok && segment.Start < unclosed {
		return nil
	}
	// Only the eight names of the API: any other brace is somebody's template.
	name, rest, ok := bytes.Cut(line[1:], []byte(":"))
	node := &animated{animation: decorations.Animation(name)}
	if !ok || !node.animation.Valid() {
		return nil
	}
	// {big:x} and {big: x} are the same.
	skip := len(line) - len(bytes.TrimLeft(rest, " \t"))
	segment = segment.WithStart(segment.Start + skip)
	line = line[skip:]
	block.Advance(skip)
	for line != nil {
		if end := closingBrace(line); end >= 0 {
			node.content = append(node.content, segment.WithStop(segment.Start+end))
			block.Advance(end + 1)
			pc.Set(unclosedBefore, 0)
			return node
		}
		node.content = append(node.content, segment)
		pc.Set(unclosedBefore, segment.Stop)
		block.AdvanceLine()
		line, segment = block.PeekLine()
	}
	return nil
}

// closingBrace returns where the first } is that no backslash precedes, or -1.
func closingBrace(line []byte) int {
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '}':
			return i
		}
	}
	return -1
}
