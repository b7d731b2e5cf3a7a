using System.Text;
using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks;

/// <summary>Problems as a terminal or a web page shows them.</summary>
public static class PlaybookProblemText
{
    /// <summary>All problems, an empty line between two.</summary>
    public static string Render(PlaybookRefused refused, string yaml, string file)
    {
        var lines = SourceLines.Split(yaml.TrimStart('\uFEFF'));
        return string.Join(
            '\n', refused.Problems.Select(problem => Render(problem, problem.Line <= lines.Length ? lines[problem.Line - 1] : "", file)));
    }

    /// <summary>
    /// "file:line:column: error: message", the line of the file with a caret under the column, and "write: …"; ends in a line break.
    /// </summary>
    /// <param name="problem">What to show.</param>
    /// <param name="sourceLine">The line of the file that the problem names; empty when there is none.</param>
    /// <param name="file">The file's name as the reader of the text knows it.</param>
    public static string Render(PlaybookProblem problem, string sourceLine, string file)
    {
        var gutter = $"{problem.Line} | ";
        var text = new StringBuilder();
        var path = problem.Path.Length == 0 ? "" : problem.Path + ": ";
        text.Append($"{file}:{problem.Line}:{problem.Column}: error: {path}{problem.Message}\n");
        if (sourceLine.Length > 0)
        {
            text.Append($"  {gutter}{sourceLine}\n");
            text.Append($"  {new string(' ', gutter.Length - 2)}| {Indent(sourceLine, problem.Column)}^\n");
        }

        return text.Append($"  write: {problem.Mend}\n").ToString();
    }

    /// <summary>Tabs stay tabs, so that the caret stands where it should whatever their width.</summary>
    private static string Indent(string line, int column) =>
        string.Concat(line.Take(column - 1).Select(c => c == '\t' ? '\t' : ' ')).PadRight(column - 1);
}
