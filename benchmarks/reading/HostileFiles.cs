using System;
using System.Linq;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>JSON files of the project that are large, deep or almost right.</summary>
internal static class HostileFiles
{
    private const string Llama = "\"model_type\": \"llama\", \"hidden_size\": 4096";

    public static readonly (string Name, string Items, string Json)[] Forms =
    [
        ("a model file of 200,000 other keys", Item("Tokens", "15T"), "{ " + Llama + ", " + Join(200_000, i =>
            $"\"unused_{i}\": \"xxxxxxxxxxxxxxxxxxxx\"") + " }"),
        ("a model file nested 20,000 deep", Item("Tokens", "15T"), "{ " + Llama + ", \"x\": " + Times(20_000, "{\"a\":") + "1" +
            Times(20_000, "}") + " }"),
        ("a model file that does not end", Item("Tokens", "15T"), Times(200_000, "{\"a\":[")),
        ("a model file with a number of a million digits", Item("Tokens", "15T"), "{ " + Llama + ", \"vocab_size\": " +
            new string('9', 1_000_000) + " }"),
        ("a model file of 200,000 layer types", Item("Tokens", "15T"), "{ " + Llama + ", \"num_hidden_layers\": 200000, " +
            "\"layer_types\": [" + Join(200_000, _ => "\"full_attention\"") + "] }"),
        ("a model file with one key 100,000 times", Item("Tokens", "15T"), "{ " + Join(100_000, i => $"\"hidden_size\": {i + 1}") + " }"),
        ("a section of 20,000 keys that are almost read", Item("Section", "Training"), "{ \"Training\": { \"Parameters\": " +
            "70000000000, " + Join(20_000, i => $"\"Tokns{i}\": {i + 1}") + " } }"),
        ("a section 20,000 deep", Item("Section", string.Join(":", Enumerable.Repeat("a", 20_000))), Times(20_000, "{\"a\":") +
            "{\"Tokens\": 5}" + Times(20_000, "}")),
        ("20,000 metadata that are almost read", Item(Enumerable.Range(0, 20_000).SelectMany(i => new[] { "Tokns" + i, "15T" }).ToArray()),
            "{ " + Llama + " }"),
    ];

    // The joined metadata of one item, as the targets write them.
    private static string Item(params string[] parts) => Uri.EscapeDataString(string.Concat(parts.Chunk(2).Select(pair =>
        pair[0] + '\u241F' + pair[1] + '\u241E')));

    private static string Join(int times, Func<int, string> part) => string.Join(",", Enumerable.Range(0, times).Select(part));

    private static string Times(int times, string part) => string.Concat(Enumerable.Repeat(part, times));
}
