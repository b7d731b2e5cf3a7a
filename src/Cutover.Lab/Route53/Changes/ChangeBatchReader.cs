using System.Collections.Immutable;
using System.Xml.Linq;

namespace Cutover.Lab.Route53.Changes;

/// <summary>Reads the body of ChangeResourceRecordSets.</summary>
internal sealed class ChangeBatchReader(InputFaults faults)
{
    /// <summary>Null when anything is wrong; the faults then say what.</summary>
    internal ChangeBatch? Read(Stream body)
    {
        if (RequestXml.Load(body, "ChangeResourceRecordSetsRequest", faults) is not { } root)
        {
            return null;
        }

        var batch = root.Element(RequestXml.Namespace + "ChangeBatch");
        var changes = batch?.Element(RequestXml.Namespace + "Changes")?.Elements().ToArray();
        if (batch is null || changes is null or [])
        {
            faults.Request("Expected at least one Change in ChangeBatch.");
            return null;
        }

        var read = changes.Select(ReadChange).ToImmutableArray();
        return faults.Any ? null : new(RequestXml.Text(batch, "Comment"), [.. read.OfType<RecordChange>()]);
    }

    private RecordChange? ReadChange(XElement change, int index)
    {
        var path = $"changeBatch.changes.{index + 1}.member";
        var action = ReadAction(RequestXml.Text(change, "Action"), path);
        var set = change.Element(RequestXml.Namespace + "ResourceRecordSet");
        if (set is null)
        {
            faults.Constraint("null", path + ".resourceRecordSet", "not be null");
        }

        if (action is null || set is null)
        {
            return null;
        }

        var recordSet = new RecordSetReader(faults, set, action.Value, path + ".resourceRecordSet").Read();
        return recordSet is null ? null : new(action.Value, recordSet);
    }

    private ChangeAction? ReadAction(string? text, string path)
    {
        switch (text)
        {
            case "CREATE": return ChangeAction.Create;
            case "DELETE": return ChangeAction.Delete;
            case "UPSERT": return ChangeAction.Upsert;
            default:
                faults.Constraint(text ?? "null", path + ".action", "satisfy enum value set: [CREATE, DELETE, UPSERT]");
                return null;
        }
    }
}
