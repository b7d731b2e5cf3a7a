using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>Checks that a mapping, a list or a single value stands where it should.</summary>
internal static class NodeKind
{
    /// <summary>The node as the kind that is expected; null when it is another, which is then on record.</summary>
    /// <param name="node">What stands in the file.</param>
    /// <param name="rule">What should stand there, as a sentence: "a step is a mapping".</param>
    /// <param name="example">A value of the right kind.</param>
    /// <param name="problems">Where a wrong kind is reported.</param>
    public static TNode? Expect<TNode>(YamlNode node, string rule, string example, ProblemLog problems)
        where TNode : YamlNode
    {
        if (node is not (TNode or YamlRefused))
        {
            problems.Add(node.Place, $"{rule}, and {node.Kind} stands here", node.Place.With(example));
        }

        return node as TNode;
    }
}
