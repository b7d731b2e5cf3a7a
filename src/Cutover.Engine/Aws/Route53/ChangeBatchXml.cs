using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

using Cutover.Core.Dns;

namespace Cutover.Engine.Aws.Route53;

/// <summary>The body of ChangeResourceRecordSets.</summary>
internal static class ChangeBatchXml
{
    /// <summary>What Route 53 allows; a comment is for people, so the rest is cut off rather than the write refused.</summary>
    private const int LongestComment = 256;

    public static string Write(XNamespace ns, ImmutableArray<RecordSetChange> changes, string comment) => new XElement(
        ns + "ChangeResourceRecordSetsRequest",
        new XElement(
            ns + "ChangeBatch",
            new XElement(ns + "Comment", Printable(comment)),
            new XElement(ns + "Changes", changes.Select(change => Write(ns, change))))).ToString(SaveOptions.DisableFormatting);

    private static XElement Write(XNamespace ns, RecordSetChange change) => new(
        ns + "Change",
        new XElement(ns + "Action", NameOf(change.Action)),
        RecordSetXml.Write(ns, change.RecordSet));

    private static string NameOf(ChangeAction action) => action switch
    {
        ChangeAction.Create => "CREATE",
        ChangeAction.Delete => "DELETE",
        ChangeAction.Upsert => "UPSERT",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    private static string Printable(string comment) =>
        string.Concat(comment.Select(c => XmlConvert.IsXmlChar(c) ? c : ' ').Take(LongestComment));
}
