package git

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Index holds what is about to be committed. Open is safe for concurrent use.
type Index struct {
	*Repo
	files   []string          // files that differ from HEAD, by absolute path
	objects map[string]string // their object names, by folded path

	mu       sync.Mutex
	sizes    *catFile
	contents *catFile
}

// Staged returns the index. Its list omits symbolic links and submodules.
func (r *Repo) Staged() (*Index, error) {
	listing, err := r.run(append(diff[:len(diff):len(diff)], "--cached", "--raw", "--no-abbrev")...)
	if err != nil {
		return nil, err
	}
	x := &Index{Repo: r, objects: map[string]string{}}
	for pairs := fields(listing); len(pairs) >= 2; pairs = pairs[2:] {
		// ":100644 100644 OLD NEW M", and then the name
		about := strings.Fields(pairs[0])
		if len(about) == 5 && strings.HasPrefix(about[1], "100") {
			at := path.Join(r.top, pairs[1])
			x.files = append(x.files, at)
			x.objects[r.Fold(at)] = about[3]
		}
	}
	slices.Sort(x.files)
	return x, nil
}

// Files returns the files that are about to be committed and differ from HEAD,
// by absolute path with slashes, in their order.
func (x *Index) Files() []string { return x.files }

// small is the largest object, in bytes, that is read at once from a process
// shared by all files; a larger one is streamed from a process of its own.
const small = 1 << 20

// Open returns the content of the file at an absolute path as it is about to be
// committed, and its size in bytes. The error is fs.ErrNotExist if the index
// does not have the file.
func (x *Index) Open(at string) (content io.ReadCloser, size int64, err error) {
	object, changed := x.objects[x.Fold(at)]
	if !changed {
		name, inside := strings.CutPrefix(at, x.top+"/")
		if !inside || strings.ContainsAny(name, "\n") {
			return nil, 0, fs.ErrNotExist
		}
		object = ":./" + name
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	found, size, err := x.lookup(&x.sizes, "--batch-check", object)
	if changed && errors.Is(err, fs.ErrNotExist) { // the file on disk must not replace it
		err = errors.New("git: the repository does not have object " + object)
	}
	if err != nil {
		return nil, 0, err
	}
	object = found
	if size > small {
		content, err = x.stream(object, size)
		return content, size, err
	}
	if _, size, err = x.lookup(&x.contents, "--batch", object); err != nil {
		return nil, 0, err
	}
	text := make([]byte, size+1) // a newline follows
	if _, err := io.ReadFull(x.contents.out, text); err != nil {
		return nil, 0, fmt.Errorf("git cat-file: %w", err)
	}
	return io.NopCloser(bytes.NewReader(text[:size])), size, nil
}

// Close ends the git processes.
func (x *Index) Close() {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, a := range []*catFile{x.sizes, x.contents} {
		if a != nil {
			a.in.Close()
			_ = a.cmd.Wait() // it has returned all objects
		}
	}
	x.sizes, x.contents = nil, nil
}

// catFile is a running git cat-file, which reads object names, one a line.
type catFile struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// lookup returns the name and size of an object. It starts the process if needed.
func (x *Index) lookup(a **catFile, mode, object string) (id string, size int64, err error) {
	if *a == nil {
		if *a, err = x.start(mode); err != nil {
			return "", 0, err
		}
	}
	if _, err := io.WriteString((*a).in, object+"\n"); err != nil {
		return "", 0, fmt.Errorf("git cat-file: %w", err)
	}
	line, err := (*a).out.ReadString('\n')
	if err != nil {
		return "", 0, fmt.Errorf("git cat-file: %w", err)
	}
	// "ID blob SIZE", or "WHAT missing", where WHAT may have spaces
	if strings.HasSuffix(line, " missing\n") {
		return "", 0, fs.ErrNotExist
	}
	about := strings.Fields(line)
	if len(about) != 3 || about[1] != "blob" {
		return "", 0, errors.New("git: " + strings.TrimSpace(line))
	}
	size, err = strconv.ParseInt(about[2], 10, 64)
	return about[0], size, err
}

func (x *Index) start(mode string) (*catFile, error) {
	cmd := command(x.ctx, x.env, "-C", x.top, "cat-file", mode)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, reason(err, "")
	}
	return &catFile{cmd: cmd, in: in, out: bufio.NewReader(out)}, nil
}

// stream reads one object of size bytes from a process of its own.
func (x *Index) stream(object string, size int64) (io.ReadCloser, error) {
	cmd := command(x.ctx, x.env, "-C", x.top, "cat-file", "blob", object)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, reason(err, "")
	}
	return &stream{out, cmd, size}, nil
}

type stream struct {
	io.ReadCloser
	cmd  *exec.Cmd
	left int64 // bytes still to read
}

// Read fails if the object ends early, as a damaged one does, so that a part of
// it is never taken for all of it.
func (s *stream) Read(p []byte) (int, error) {
	n, err := s.ReadCloser.Read(p)
	s.left -= int64(n)
	if err == io.EOF && s.left > 0 {
		err = fmt.Errorf("git cat-file: %w", io.ErrUnexpectedEOF)
	}
	return n, err
}

// Close ends the process, even if not all was read.
func (s *stream) Close() error {
	err := s.ReadCloser.Close()
	_ = s.cmd.Wait() // the closed pipe ends it
	return err
}
