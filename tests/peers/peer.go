// Answers questions about a log with the reference implementation of the Go project.
// In: questions, one a line, on standard input. Out: answers, one a line. Entry number i is the text "entry i".
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error) {
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
}

func main() {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var out []tlog.Hash
		for _, at := range indexes {
			out = append(out, stored[at])
		}
		return out, nil
	})
	var count int64
	grow := func(size int64) {
		for ; count < size; count++ {
			more, err := tlog.StoredHashes(count, []byte(fmt.Sprintf("entry %d", count)), reader)
			must(err)
			stored = append(stored, more...)
		}
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var what string
		var a, b int64
		fields := strings.SplitN(lines.Text(), " ", 3)
		what = fields[0]
		if what == "note" {
			verifier, err := note.NewVerifier(fields[1])
			must(err)
			text, err := os.ReadFile(fields[2])
			must(err)
			opened, err := note.Open(text, note.VerifierList(verifier))
			must(err)
			fmt.Println("note", len(opened.Sigs), len(opened.UnverifiedSigs))
			continue
		}
		fmt.Sscan(strings.Join(fields[1:], " "), &a, &b)
		switch what {
		case "root":
			grow(a)
			root, err := tlog.TreeHash(a, reader)
			must(err)
			fmt.Printf("root %d %x\n", a, root[:])
		case "proof":
			grow(b)
			proof, err := tlog.ProveRecord(b, a, reader)
			must(err)
			fmt.Printf("proof %d %d", a, b)
			for _, hash := range proof {
				fmt.Printf(" %x", hash[:])
			}
			fmt.Println()
		case "tree":
			grow(b)
			proof, err := tlog.ProveTree(b, a, reader)
			must(err)
			fmt.Printf("tree %d %d", a, b)
			for _, hash := range proof {
				fmt.Printf(" %x", hash[:])
			}
			fmt.Println()
		}
	}
}
