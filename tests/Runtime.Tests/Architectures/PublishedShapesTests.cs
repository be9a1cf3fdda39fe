using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>science/shapes.csv: each row's columns, put into a shape, give its published integer.</summary>
public class PublishedShapesTests
{
    [Fact]
    public void Every_verified_shape_counts_to_its_published_integer()
    {
        IReadOnlyDictionary<string, string>[] rows = Facts.Csv("science", "shapes.csv")
            .Where(row => row["verified"].StartsWith("yes", StringComparison.Ordinal) && row["equal"] == "yes").ToArray();
        Assert.True(rows.Length >= 55, $"only {rows.Length} rows");
        foreach (IReadOnlyDictionary<string, string> row in rows)
        {
            TransformerShape shape = ShapeOf(row);
            Assert.Equal((row["name"], row["published_total"]), (row["name"], Text(shape.Parameters)));
            Assert.Equal((row["name"], row["active_params"]), (row["name"], Text(shape.ActiveParameters)));
            Assert.Equal((row["name"], row["non_embedding_params"]), (row["name"], Text(shape.NonEmbeddingParameters)));
        }
    }

    [Fact]
    public void The_other_shapes_count_as_they_were_counted_by_hand()
    {
        IReadOnlyDictionary<string, string>[] rows = Facts.Csv("science", "shapes.csv").Where(row => row["equal"] != "no").ToArray();
        foreach (IReadOnlyDictionary<string, string> row in rows)
        {
            Assert.Equal((row["name"], row["computed_total"]), (row["name"], Text(ShapeOf(row).Parameters)));
        }
    }

    private static TransformerShape ShapeOf(IReadOnlyDictionary<string, string> row)
    {
        bool learned = row["positional"].StartsWith("learned", StringComparison.Ordinal);
        int hidden = Number(row["hidden"])!.Value;
        int embedding = Number(row["embedding_dim"]) ?? hidden;
        return new TransformerShape
        {
            Layers = Number(row["layers"])!.Value,
            HiddenSize = hidden,
            Heads = Number(row["heads"])!.Value,
            KeyValueHeads = Number(row["kv_heads"]),
            HeadSize = Number(row["head_dim"]),
            FeedForwardSize = Number(row["ffn"])!.Value,
            VocabularySize = Number(row["vocab"])!.Value,
            TiedEmbeddings = row["tied_embeddings"] == "yes",
            GatedFeedForward = row["gated_ffn"] == "yes",
            Biases = BiasesOf(row["biases"]) | (row["lm_head_bias"] == "yes" ? Biases.Head : Biases.None),
            Norm = row["norm_type"] switch
            {
                "ln" => NormKind.Layer,
                "ln_nobias" => NormKind.LayerWithoutBias,
                "none" => NormKind.ParameterFree,
                _ => NormKind.RootMeanSquare
            },
            NormsPerLayer = Number(row["norms_per_layer"])!.Value,
            QueryKeyNorm =
                row["qk_norm"] switch { "head" => QueryKeyNorm.PerHead, "full" => QueryKeyNorm.FullWidth, _ => QueryKeyNorm.None },
            Positions =
                learned ? PositionEncoding.Learned : row["positional"] == "alibi" ? PositionEncoding.Alibi : PositionEncoding.Rotary,
            LearnedPositions = learned ? Number(row["positional"].Split(' ')[1])!.Value : 0,
            EmbeddingSize = embedding == hidden ? null : embedding,
            EmbeddingNorm = row["embedding_norm"] == "yes",
            FinalNorm = row["final_norm"] != "no",
            AttentionSinks = row["attention_sinks"] == "yes",
            LatentAttention = LatentOf(row["mla_dims"]),
            Experts = ExpertsOf(row),
            ExtraParameters = Number(row["extra_params"]) ?? 0,
        };
    }

    private static Biases BiasesOf(string text) => text switch
    {
        "all" => Biases.Block,
        "qkv" => Biases.QueryKeyValue,
        "mlp" => Biases.FeedForward,
        "o+mlp" => Biases.AttentionOutput | Biases.FeedForward,
        "qkv+o+expert+router" => Biases.Attention | Biases.Experts | Biases.Router,
        "none" or "router" => Biases.None,
        _ => throw new FormatException(text),
    };

    // "q_lora=1536 kv_lora=512 nope=128 rope=64 v=128"
    private static LatentAttentionShape? LatentOf(string text)
    {
        if (text.Length == 0) return null;
        int[] values =
            Regex.Matches(text, @"=(\d+)").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
        return new LatentAttentionShape
        {
            QueryRank = values[0],
            KeyValueRank = values[1],
            ContentHeadSize = values[2],
            RotaryHeadSize = values[3],
            ValueHeadSize = values[4]
        };
    }

    private static ExpertShape? ExpertsOf(IReadOnlyDictionary<string, string> row)
    {
        if (Number(row["num_experts"]) is not { } count) return null;
        int size = Number(row["expert_ffn"])!.Value;
        return new ExpertShape
        {
            Count = count,
            PerToken = Number(row["experts_per_token"])!.Value,
            Size = size,
            Layers = Number(row["layers"]) - (Number(row["dense_layers"]) ?? 0),
            SharedSize = size * (Number(row["shared_experts"]) ?? 0),
            SharedGate = row["shared_expert_gate"] == "yes",
            CorrectionBias = row["biases"] == "router",
        };
    }

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
