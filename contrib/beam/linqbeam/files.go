package linqbeam

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"path"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.Function1x1(refuseCompressed)
	register.DoFn2x0[[]byte, func(int, []byte)](&shardFn{})
	register.DoFn2x0[[]byte, func(int, []byte)](&emptyShardsFn{})
	register.DoFn3x1[context.Context, int, func(*[]byte) bool, error](&writeFn{})
	register.Emitter2[int, []byte]()
	register.Iter1[[]byte]()
}

// Read reads the lines of all files that glob matches, a PCollection<KV<string,
// string>> of the file's name and a line. Large files are read by several
// workers, so lines are in no order. The pipeline fails if glob matches no file,
// or a compressed one: Beam's reader would stop in the middle of it.
func Read(s beam.Scope, glob string) beam.PCollection {
	s = s.Scope("linqbeam.Read")
	files := fileio.MatchFiles(s, glob, fileio.MatchEmptyDisallow())
	beam.ParDo0(s, refuseCompressed, files)
	// Both steps see the same files at the same time. The reader reads compressed
	// ones as they are, so that a broken one fails for the reason given above.
	return textio.ReadWithFilename(s, glob, textio.ReadUncompressed())
}

// refuseCompressed fails for compressed files, whose end no worker would read:
// textio uses the size of the compressed file as that of its text.
func refuseCompressed(file fileio.FileMetadata) error {
	switch ext := strings.ToLower(path.Ext(file.Path)); ext {
	case ".gz", ".zst", ".bz2", ".xz", ".zip":
		return fmt.Errorf("%s is compressed, but only plain newline-delimited files can be read from any place", file.Path)
	}
	return nil
}

// WriteLines writes lines, a bounded PCollection<[]byte> in the global window,
// to newline-delimited files in no order: to filename if shards is 1 (or less),
// otherwise to that many files, each written by one worker and named by
// [ShardName]. Files without a line are created empty.
func WriteLines(s beam.Scope, filename string, shards int, lines beam.PCollection) {
	s = s.Scope("linqbeam.WriteLines")
	filesystem.ValidateScheme(filename)
	shards = max(shards, 1)
	keyed := beam.ParDo(s, &shardFn{Shards: shards}, lines)
	all := beam.ParDo(s, &emptyShardsFn{Shards: shards}, beam.Impulse(s))
	beam.ParDo0(s, &writeFn{Filename: filename, Shards: shards}, beam.GroupByKey(s, beam.Flatten(s, keyed, all)))
}

// ShardName is the name of one of several files, shard counting from 0:
// "clean-00003-of-00064.ndjson"; filename itself if there is one.
func ShardName(filename string, shard, shards int) string {
	if shards <= 1 {
		return filename
	}
	ext := path.Ext(filename)
	return fmt.Sprintf("%s-%05d-of-%05d%s", strings.TrimSuffix(filename, ext), shard, shards, ext)
}

// shardFn assigns a line to a file by its content, so that a bundle that a
// runner retries assigns it again.
type shardFn struct {
	Shards int
}

// ProcessElement emits a line with its shard.
func (f *shardFn) ProcessElement(line []byte, emit func(int, []byte)) {
	emit(int(crc32.ChecksumIEEE(line)%uint32(f.Shards)), line)
}

// emptyShardsFn gives every file an empty line, which is not written: without
// an element there is no group, and so no file.
type emptyShardsFn struct {
	Shards int
}

// ProcessElement is called once.
func (f *emptyShardsFn) ProcessElement(_ []byte, emit func(int, []byte)) {
	for shard := range f.Shards {
		emit(shard, nil)
	}
}

type writeFn struct {
	Filename string
	Shards   int
}

// ProcessElement writes one file.
func (f *writeFn) ProcessElement(ctx context.Context, shard int, lines func(*[]byte) bool) error {
	return writeFile(ctx, ShardName(f.Filename, shard, f.Shards), func(w lineWriter) error {
		var line []byte
		for lines(&line) {
			if len(line) == 0 {
				continue
			}
			if err := w.line(line); err != nil {
				return err
			}
		}
		return nil
	})
}

type lineWriter struct{ out *bufio.Writer }

func (w lineWriter) line(text []byte) error {
	if _, err := w.out.Write(text); err != nil {
		return err
	}
	return w.out.WriteByte('\n')
}

// writeFile creates a file on the file system of its name and fills it.
func writeFile(ctx context.Context, name string, fill func(lineWriter) error) (err error) {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, fs.Close()) }()
	// An object store keeps a closed file, even half of one, unless its context has ended.
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	file, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(file, 1<<20)
	if err = fill(lineWriter{out}); err == nil {
		err = out.Flush()
	}
	if err != nil {
		cancel()
	}
	return errors.Join(err, file.Close())
}
