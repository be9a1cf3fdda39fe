using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Tests;

/// <summary>The reader accepts and reads just what System.Text.Json does under the same options, on real configs and on
/// broken ones.</summary>
public class JsonTreeAgainstSystemTextJsonTests
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    [Fact]
    public void Every_config_reads_the_same()
    {
        foreach (string text in Configs())
        {
            JsonTree tree = JsonTree.Read(text);
            Assert.Null(tree.Error);
            using JsonDocument document = JsonDocument.Parse(text, Options);
            Same(document.RootElement, tree.Root);
        }
    }

    [Fact]
    public void Mutated_configs_are_accepted_and_refused_alike()
    {
        var random = new Random(20260);
        List<string> configs = Configs().ToList();
        int refused = 0;
        int accepted = 0;
        for (int round = 0; round < 12_000; round++)
        {
            string text = Mutate(configs[random.Next(configs.Count)], random);
            JsonTree tree = JsonTree.Read(text);
            JsonDocument? document = null;
            try
            {
                document = JsonDocument.Parse(WithoutComments(text), Options);
            }
            catch (JsonException)
            {
            }

            Assert.True((document is null) == (tree.Error is not null),
                $"{(document is null ? "refused" : "accepted")} by System.Text.Json, {tree.Error} by ours:\n{text}");
            if (document is null)
            {
                refused++;
                Assert.InRange(tree.Error!.Position.Start, 0, text.Length);
                continue;
            }

            accepted++;
            Same(document.RootElement, tree.Root);
            document.Dispose();
        }

        // Both branches are met, or the test shows nothing.
        Assert.True(refused > 1000 && accepted > 1000, $"{refused} refused, {accepted} accepted");
    }

    // System.Text.Json rejects a comment between a name and its colon; ours are allowed wherever white space is.
    private static string WithoutComments(string text)
    {
        char[] plain = text.ToCharArray();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '\\') i++;
            else if (text[i] == '"') quoted = !quoted;
            else if (!quoted && text[i] == '/' && i + 1 < text.Length && text[i + 1] is '/' or '*')
            {
                bool line = text[i + 1] == '/';
                int end = line ? text.IndexOf('\n', i) : text.IndexOf("*/", i + 2, StringComparison.Ordinal) + 2;
                if (line && end < 0) end = text.Length;
                if (end < i + 2) return text;
                Array.Fill(plain, ' ', i, end - i);
                i = end - 1;
            }
        }

        return new string(plain);
    }

    private static string Mutate(string text, Random random)
    {
        const string Bits = "{}[]\",:\\/*-+.eE0123456789 \n\ttrufalsn'xu";
        int edits = random.Next(1, 4);
        for (int i = 0; i < edits; i++)
        {
            int at = random.Next(text.Length);
            int length = Math.Min(random.Next(1, 6), text.Length - at);
            string piece = new(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Bits[random.Next(Bits.Length)]).ToArray());
            text = random.Next(6) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, piece),
                2 => text.Remove(at, 1).Insert(at, Bits[random.Next(Bits.Length)].ToString()),
                3 => text.Insert(at, text.Substring(at, length)),
                4 => text.Insert(at, random.Next(2) == 0 ? "/* c */" : "// c\n"),
                _ => text.Replace(": " + random.Next(10), ": \"\\u00" + random.Next(10, 99) + "\"", StringComparison.Ordinal),
            };
            if (text.Length == 0) return " ";
        }

        return text;
    }

    private static void Same(JsonElement expected, JsonNode actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(JsonKind.Object, actual.Kind);
                JsonProperty[] members = expected.EnumerateObject().ToArray();
                JsonNode[] children = actual.Children.ToArray();
                Assert.Equal(members.Length, children.Length);
                for (int i = 0; i < members.Length; i++)
                {
                    Assert.Equal(members[i].Name, children[i].Name);
                    Same(members[i].Value, children[i]);
                    Assert.Equal(children[i].Text, actual[members[i].Name].Text);
                }

                break;
            case JsonValueKind.Array:
                Assert.Equal(JsonKind.Array, actual.Kind);
                JsonElement[] items = expected.EnumerateArray().ToArray();
                JsonNode[] ours = actual.Children.ToArray();
                Assert.Equal(items.Length, ours.Length);
                for (int i = 0; i < items.Length; i++) Same(items[i], ours[i]);
                break;
            case JsonValueKind.Number:
                Assert.Equal(expected.GetRawText(), actual.Text);
                bool fits = expected.TryGetInt64(out long whole);
                Assert.Equal(fits && expected.GetRawText().All(c => c is '-' or (>= '0' and <= '9')), actual.TryGetInt64(out long ours64));
                if (fits && actual.Text.All(c => c is '-' or (>= '0' and <= '9'))) Assert.Equal(whole, ours64);
                if (actual.TryGetDouble(out double number)) Assert.Equal(expected.GetDouble(), number);
                break;
            case JsonValueKind.String:
                Assert.Equal(expected.GetString(), actual.AsString());
                break;
            default:
                Assert.Equal(expected.ValueKind.ToString(), actual.Kind.ToString());
                break;
        }
    }

    private static IEnumerable<string> Configs() =>
        Directory.EnumerateFiles(Facts.PathOf("models"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText);
}
