using BenchmarkDotNet.Attributes;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>From the text of a config.json to a parameter count.</summary>
[MemoryDiagnoser]
[InProcess]
public class ShapeBenchmarks
{
    private const string Llama = """
        { "architectures": ["LlamaForCausalLM"], "attention_bias": false, "bos_token_id": 128000, "eos_token_id": 128001,
          "hidden_act": "silu",
          "hidden_size": 4096, "initializer_range": 0.02, "intermediate_size": 14336, "max_position_embeddings": 131072, "mlp_bias": false,
          "model_type": "llama", "num_attention_heads": 32, "num_hidden_layers": 32, "num_key_value_heads": 8, "pretraining_tp": 1,
          "rms_norm_eps": 1e-05,
          "rope_scaling": { "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
                            "original_max_position_embeddings": 8192, "rope_type": "llama3" },
          "rope_theta": 500000.0, "tie_word_embeddings": false, "torch_dtype": "bfloat16", "use_cache": true, "vocab_size": 128256 }
        """;

    private const string Mixtral = """
        { "model_type": "mixtral", "hidden_size": 4096, "intermediate_size": 14336, "num_attention_heads": 32, "num_hidden_layers": 32,
          "num_key_value_heads": 8, "num_experts_per_tok": 2, "num_local_experts": 8, "vocab_size": 32000,
          "tie_word_embeddings": false, "torch_dtype": "bfloat16" }
        """;

    /// <summary>Llama 3.1 8B, dense.</summary>
    [Benchmark]
    public long Dense() => HuggingFaceConfig.Parse(Llama).Shape!.Parameters;

    /// <summary>Mixtral 8x7B, all and active parameters.</summary>
    [Benchmark]
    public long Mixture()
    {
        var shape = HuggingFaceConfig.Parse(Mixtral).Shape!;
        return shape.Parameters - shape.ActiveParameters;
    }
}
