using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cutover.Core.Playbooks.Yaml;

/// <summary>Turns text into nodes with places. The first syntax error ends it: what follows one cannot be trusted.</summary>
internal sealed class YamlTreeReader
{
    /// <summary>Far deeper than any playbook, and shallow enough for the stack.</summary>
    private const int DeepestNesting = 32;

    private readonly Parser _parser;
    private readonly ProblemLog _problems;
    private readonly int _lines;
    private int _depth;

    private YamlTreeReader(string text, ProblemLog problems)
    {
        _parser = new Parser(new StringReader(text));
        _problems = problems;
        _lines = SourceLines.Split(text).Length;
    }

    /// <summary>The top node, or null when there is none that could be read; then a problem is on record.</summary>
    public static YamlNode? Read(string text, ProblemLog problems)
    {
        var reader = new YamlTreeReader(text, problems);
        try
        {
            return reader.ReadFile();
        }
        catch (YamlException error)
        {
            YamlSyntax.Report(error.Start, error.Message, text, problems);
        }
        catch (InvalidOperationException)
        {
            // The parser's way to say that the text ended, or a key began, inside brackets.
            YamlSyntax.Report(reader._parser.Current?.Start ?? Mark.Empty, "it ends too soon", text, problems);
        }
        catch (ArgumentException)
        {
            // So the parser takes a tag (!!…) that is no URI.
            YamlSyntax.Report(reader._parser.Current?.Start ?? Mark.Empty, "a tag cannot be read here or below", text, problems);
        }

        return null;
    }

    private YamlNode? ReadFile()
    {
        Next();
        if (Next() is StreamEnd)
        {
            return null;
        }

        Next();
        var top = ReadNode("", "");
        Next();
        if (Next() is DocumentStart second)
        {
            const string Message = "a second document begins here, and a file holds one playbook";
            _problems.Add(Place(second, "", ""), Message, "each playbook in a file of its own");
        }

        return top;
    }

    private YamlNode ReadNode(string path, string label)
    {
        var current = _parser.Current!;
        var place = Place(current, path, label);
        RefuseDecorations(current, place);
        return current switch
        {
            Scalar scalar => new YamlScalar(place, scalar.Value, scalar.Style == ScalarStyle.Plain),
            MappingStart mapping => Inside(mapping, () => ReadMapping(place)),
            SequenceStart sequence => Inside(sequence, () => ReadSequence(place)),
            AnchorAlias => new YamlRefused(place),
            _ => throw new YamlException(current.Start, current.End, "a key, a value or a colon stands where none belongs"),
        };
    }

    private YamlNode Inside(NodeEvent start, Func<YamlNode> read)
    {
        if (_depth == DeepestNesting)
        {
            throw new YamlException(start.Start, start.End, "nested too deeply");
        }

        _depth++;
        var node = read();
        _depth--;
        return node;
    }

    private YamlMapping ReadMapping(YamlPlace place)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (Next() is not MappingEnd)
        {
            var label = _parser.Current is Scalar scalar ? scalar.Value : "?";
            var path = place.Path.Length == 0 ? label : $"{place.Path}.{label}";
            var key = ReadNode(path, "");
            Next();
            var value = ReadNode(path, label);
            if (key is YamlScalar name)
            {
                entries.Add(new YamlEntry(name, value));
            }
            else
            {
                _problems.Add(key.Place, $"a key is a name, not {key.Kind}", "a name, a colon and the value");
            }
        }

        return new YamlMapping(place, entries.ToImmutable());
    }

    private YamlSequence ReadSequence(YamlPlace place)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (Next() is not SequenceEnd)
        {
            items.Add(ReadNode($"{place.Path}[{items.Count}]", ""));
        }

        return new YamlSequence(place, items.ToImmutable());
    }

    private void RefuseDecorations(ParsingEvent current, YamlPlace place)
    {
        const string Why = "are not read here: a playbook says everything where it holds";
        switch (current)
        {
            case AnchorAlias alias:
                _problems.Add(place, $"aliases (*{alias.Value}) {Why}", place.With("the value itself"));
                break;
            case NodeEvent { Anchor.IsEmpty: false } node:
                _problems.Add(place, $"anchors (&{node.Anchor.Value}) {Why}", $"the value without &{node.Anchor.Value}");
                break;
            case NodeEvent { Tag.IsEmpty: false } node:
                _problems.Add(
                    place, $"tags ({node.Tag.Value}) are not read here: the format fixes every type", "the value without its tag");
                break;
        }
    }

    private ParsingEvent Next() =>
        _parser.MoveNext() ? _parser.Current! : throw new InvalidOperationException("The text ended inside a node.");

    /// <summary>The parser gives no place at all to a key that is left out (": value"), and at times one behind the end.</summary>
    private YamlPlace Place(ParsingEvent at, string path, string label) =>
        new(Math.Clamp((int)at.Start.Line, 1, _lines), Math.Max(1, (int)at.Start.Column), path, label);
}
