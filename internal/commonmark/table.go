package commonmark

import "strings"

// openTable makes a table of the last line of the paragraph above a row of
// dashes: | --- | :-: |.
func (p *blockParser) openTable(container *block, rest string) *block {
	if container.kind != paragraphBlock || strings.IndexByte("|-:", rest[0]) < 0 || strings.Trim(rest, "|-: \t") != "" || strings.IndexByte(rest, '|') < 0 {
		return nil
	}
	columns := 0
	for _, c := range cellsOf(rest) {
		if dashes := strings.TrimSuffix(strings.TrimPrefix(rest[c.start:c.end], ":"), ":"); dashes == "" || strings.Trim(dashes, "-") != "" {
			return nil
		}
		columns++
	}
	header := container.lines[len(container.lines)-1]
	line := p.source[header.start:header.end]
	if strings.IndexByte(line, '|') < 0 || len(cellsOf(line)) != columns {
		return nil
	}
	p.closeUnmatched()
	blank := container.blank
	container.lines = container.lines[:len(container.lines)-1]
	if len(container.lines) == 0 {
		siblings := container.parent.children
		container.parent.children = siblings[:len(siblings)-1]
		container.open = false
		p.tip = container.parent
	} else {
		blank = false
		p.close(container)
	}
	b := p.add(tableBlock)
	b.blank, b.columns, b.start = blank, columns, header.start
	b.lines = []segment{header}
	return b
}

// cellsOf returns where the cells of a row are, without the blanks around them.
func cellsOf(row string) []segment {
	trimmed := strings.TrimRight(row, " \t")
	from := len(row) - len(strings.TrimLeft(row, " \t"))
	if from < len(trimmed) && trimmed[from] == '|' {
		from++
	}
	var cells []segment
	cell := func(start, end int) {
		for start < end && (row[start] == ' ' || row[start] == '\t') {
			start++
		}
		for end > start && (row[end-1] == ' ' || row[end-1] == '\t') {
			end--
		}
		cells = append(cells, segment{start, end, 0})
	}
	for i := from; i < len(trimmed); i++ {
		switch trimmed[i] {
		case '\\':
			i++
		case '|':
			cell(from, i)
			from = i + 1
		}
	}
	if from < len(trimmed) {
		cell(from, len(trimmed))
	}
	return cells
}
