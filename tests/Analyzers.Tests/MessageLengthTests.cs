using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>SCALE004 is what most small models of today get: at most 240 characters, and what to declare
/// first.</summary>
public class MessageLengthTests
{
    private const int Most = 240;

    [Fact]
    public async Task Every_published_run_gets_a_message_of_at_most_240_characters()
    {
        int told = 0;
        foreach (var (_, code) in PublishedRuns.All())
        {
            foreach (var found in await code.Only("SCALE004").Diagnostics())
            {
                AssertShort(found.GetMessage(CultureInfo.InvariantCulture));
                told++;
            }
        }

        Assert.True(told >= 40, told + " runs");
    }

    // The name is the user's: of 16 characters here. Each published size and shape on 10 to 100 trillion tokens, by
    // every law: the longest sentences.
    [Fact]
    public void So_does_every_published_size_by_every_law()
    {
        int told = 0;
        var sizes = Facts.Csv("science", "runs.csv")
            .Select(row => (Name: row["name"], Total: row["total_params"], Active: row["active_params"]))
            .Concat(Facts.Csv("science", "shapes.csv").Select(row => (row["name"], row["total_params_exact"], row["active_params"])));
        foreach (var (name, total, active) in sizes)
        {
            if (Count(total) is not { } all) continue;
            foreach (var law in LawCatalog.All)
            {
                foreach (long tokens in new[] { 10_000_000_000_000, 36_000_000_000_000, 99_900_000_000_000 })
                {
                    var run = new TrainingRun
                    {
                        Name = Shortened(Regex.Replace(name, "[^A-Za-z0-9]+", "_")), // as a type is called
                        Parameters = all,
                        ActiveParameters = Count(active) is { } part && part < all ? part : null,
                        TrainingTokens = tokens,
                    };
                    foreach (var found in run.Check(CheckOptions.Default with { Law = law.Id }).Where(one => one.Rule.Id == "SCALE004"))
                    {
                        AssertShort(found.Message);
                        told++;
                    }
                }
            }
        }

        Assert.True(told > 500, told + " messages");
    }

    private static string Shortened(string name) => name.Length <= 16 ? name : name[..16];

    private static void AssertShort(string message)
    {
        Assert.True(message.Length <= Most, message.Length + ": " + message);
        Assert.Contains(": declare Intent or InferenceTokens. ", message, System.StringComparison.Ordinal);
    }

    private static long? Count(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double count) ? (long)count : null;
}
