using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>
/// The form fields of a Query request as a tree: <c>MetricData.member.1.Value</c> is the node Value under the node 1 under member
/// under MetricData. It remembers what was read, because a parameter nobody reads is a parameter this emulator would silently ignore.
/// </summary>
internal sealed class QueryNode(string path)
{
    private readonly SortedDictionary<string, QueryNode> _children = new(StringComparer.Ordinal);
    private string? _value;
    private bool _read;

    internal string Path { get; } = path;

    internal static QueryNode Parse(IFormCollection form)
    {
        var root = new QueryNode("");
        foreach (var (name, values) in form)
        {
            root.Place(Writable(name), Writable(values.ToString()));
        }

        return root;
    }

    // What XML cannot hold could not be told in an answer either, not even in one that refuses it.
    private static string Writable(string text) => text.All(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter))
        ? text
        : throw new RefusedException(new(400, "MalformedQueryString", "The request holds characters that XML does not allow."));

    internal QueryNode? Find(string name) => _children.GetValueOrDefault(name);

    internal QueryNode Section(string name) => Find(name) ?? throw new RefusedException(CloudWatchError.Missing(Name(name)));

    internal string? Text(string name) => Find(name)?.Read();

    internal string Required(string name) => Text(name) ?? throw new RefusedException(CloudWatchError.Missing(Name(name)));

    internal string Name(string child) => Path.Length == 0 ? child : $"{Path}.{child}";

    /// <summary>The members of a list in their order; none when the list is absent or sent empty.</summary>
    internal IReadOnlyList<QueryNode> Members(string name)
    {
        var list = Find(name);
        list?.Read();
        var members = list?.Find("member")?._children.Values.Select(node => (Index: node.Index(), Node: node)) ?? [];
        return [.. members.OrderBy(member => member.Index).Select(member => member.Node)];
    }

    internal IReadOnlyList<string> Texts(string name) => [.. Members(name).Select(node => node.Read() ?? "")];

    internal string? Read()
    {
        _read = true;
        return _value;
    }

    internal IEnumerable<string> Unread() => Leaves().Where(leaf => !leaf._read).Select(leaf => leaf.Path);

    /// <summary>Tells two requests apart, but not two pages of one request.</summary>
    internal string Fingerprint()
    {
        var text = string.Join('\n', Leaves().Where(leaf => leaf.Path != "NextToken").Select(leaf => $"{leaf.Path}={leaf._value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private IEnumerable<QueryNode> Leaves() =>
        _children.Values.SelectMany(child => child.Leaves()).Concat(_value is null ? [] : [this]);

    private void Place(string name, string value)
    {
        var node = this;
        foreach (var part in name.Split('.'))
        {
            if (!node._children.TryGetValue(part, out var next))
            {
                next = new(node.Name(part));
                node._children.Add(part, next);
            }

            node = next;
        }

        node._value = value;
    }

    private int Index()
    {
        var last = Path[(Path.LastIndexOf('.') + 1)..];
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index > 0
            ? index
            : throw new RefusedException(new(400, "MalformedQueryString", $"{Path} is not a member of a list."));
    }
}
