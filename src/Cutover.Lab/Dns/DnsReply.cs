using ARSoft.Tools.Net.Dns;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Dns;

/// <summary>The message that answers a message.</summary>
internal static class DnsReply
{
    internal static DnsMessage To(DnsMessage query, ZoneResolver resolver)
    {
        var response = query.CreateResponseInstance();
        if (query.Questions is not [var question] || query.OperationCode != OperationCode.Query)
        {
            response.ReturnCode = query.Questions.Count == 1 ? ReturnCode.NotImplemented : ReturnCode.FormatError;
            return response;
        }

        // Asking for any type at once is left unanswered, as the large providers do.
        if (question.RecordClass != RecordClass.INet || question.RecordType == RecordType.Any)
        {
            response.ReturnCode = question.RecordClass == RecordClass.INet ? ReturnCode.NotImplemented : ReturnCode.Refused;
            return response;
        }

        Fill(response, resolver.Resolve(DnsName.FromLabels(question.Name.Labels), TypeName(question.RecordType)));
        return response;
    }

    private static void Fill(DnsMessage response, ZoneAnswer answer)
    {
        response.IsAuthoritiveAnswer = answer.Code != AnswerCode.Refused;
        response.ReturnCode = answer.Code switch
        {
            AnswerCode.NoError => ReturnCode.NoError,
            AnswerCode.NameError => ReturnCode.NxDomain,
            _ => ReturnCode.Refused,
        };
        response.AnswerRecords.AddRange(answer.Records.Select(WireRecords.Create));
        if (answer.Authority is not null)
        {
            response.AuthorityRecords.Add(WireRecords.Create(answer.Authority));
        }
    }

    private static string TypeName(RecordType type) => type.ToString().ToUpperInvariant();
}
