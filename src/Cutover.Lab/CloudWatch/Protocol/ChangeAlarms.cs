using System.Text.Json;
using Cutover.Lab.CloudWatch.Alarms;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>DeleteAlarms and SetAlarmState.</summary>
internal sealed class ChangeAlarms(AlarmBook book)
{
    private const int MostNames = 100;

    internal Action ReadDelete(QueryNode request)
    {
        var names = request.Texts("AlarmNames");
        return names.Count switch
        {
            0 => throw new RefusedException(CloudWatchError.Missing("AlarmNames")),
            > MostNames => throw new RefusedException(CloudWatchError.Validation(
                $"The collection AlarmNames must not have a size greater than {MostNames}.")),
            _ => () => Delete(names),
        };
    }

    internal Action ReadSet(QueryNode request)
    {
        var (name, state, reason) = (request.Bounded("AlarmName", 255), request.Required("StateValue"), request.Required("StateReason"));
        var data = request.Text("StateReasonData");
        if (!AlarmState.IsValid(state))
        {
            throw new RefusedException(CloudWatchError.Validation(
                $"The value {state} for parameter StateValue must be OK, ALARM or INSUFFICIENT_DATA."));
        }

        if (data is not null && !IsJson(data))
        {
            throw new RefusedException(new(400, "InvalidFormat", "StateReasonData must be JSON."));
        }

        return () => Set(name, state, reason, data);
    }

    private void Delete(IReadOnlyList<string> names)
    {
        if (book.Delete(names) is { } unknown)
        {
            throw new RefusedException(CloudWatchError.NotFound($"The alarm {unknown} does not exist; none was deleted."));
        }
    }

    private void Set(string name, string state, string reason, string? data)
    {
        if (!book.Set(name, state, reason, data))
        {
            throw new RefusedException(CloudWatchError.NotFound($"The alarm {name} does not exist."));
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
