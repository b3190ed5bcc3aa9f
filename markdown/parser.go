package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/linqlint/linqlint/decorations"
)

// The parsers: of documents, and of a single paragraph's inline content, each
// without and with animations. They are safe for concurrent use.
var (
	documents  = [2]parser.Parser{newParser(documentBlocks), newParser(documentBlocks, animationParser{})}
	paragraphs = [2]parser.Parser{newParser(paragraphBlocks), newParser(paragraphBlocks, animationParser{})}
)

// htmlText reads an HTML block: it sees tags and nothing else.
var htmlText = parser.NewParser(parser.WithBlockParsers(paragraphBlocks...),
	parser.WithInlineParsers(util.Prioritized(parser.NewRawHTMLParser(), 1)))

var (
	documentBlocks  = parser.DefaultBlockParsers()
	paragraphBlocks = []util.PrioritizedValue{util.Prioritized(parser.NewParagraphParser(), 1)}
)

// newParser makes a parser of blocks with CommonMark's inline content,
// strikethrough and what else is given.
func newParser(blocks []util.PrioritizedValue, inline ...parser.InlineParser) parser.Parser {
	inlines := append(parser.DefaultInlineParsers(),
		util.Prioritized(doubleTilde{extension.NewStrikethroughParser()}, 500))
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
func parse(pair [2]parser.Parser, md []byte, s settings) ast.Node {
	p := pair[0]
	if s.animations {
		p = pair[1]
	}
	return p.Parse(text.NewReader(md))
}

// doubleTilde takes ~~x~~ for strikethrough but leaves ~x~, which GitHub allows
// too: in a chat a single tilde means "about".
type doubleTilde struct{ parser.InlineParser }

// Parse leaves a single tilde to be text.
func (d doubleTilde) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); !bytes.HasPrefix(line, []byte("~~")) {
		return nil
	}
	return d.InlineParser.Parse(parent, block, pc)
}

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
