using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Format;

/// <summary>Values that are one of a few words.</summary>
internal static class Words
{
    public static ScalarFormat<T> Of<T>(string what, params ImmutableArray<(string Word, T Value)> choices)
    {
        var words = choices.Select(choice => choice.Word).ToImmutableArray();
        return new ScalarFormat<T>(what, text => Read(what, text, choices))
        {
            Examples = words,
            Schema = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) },
        };
    }

    private static Parsed<T> Read<T>(string what, string text, ImmutableArray<(string Word, T Value)> choices)
    {
        foreach (var (word, value) in choices)
        {
            if (word == text)
            {
                return value;
            }
        }

        var words = choices.Select(choice => choice.Word).ToList();
        return words.Count == 1 ? new Fault($"\"{text}\" is not {what}", words[0])
            : Spelling.Nearest(text, words) is { } meant
            ? new Fault($"\"{text}\" is not {what}; did you mean \"{meant}\"?", meant)
            : Fault.Advice($"\"{text}\" is not {what}", $"one of {string.Join(", ", words)}");
    }
}
