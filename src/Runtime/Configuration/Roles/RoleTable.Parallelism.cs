using System.Collections.Generic;

namespace ScalingAnalyzers.Configuration;

internal static partial class RoleTable
{
    // How the run is spread over its accelerators.
    private static IReadOnlyList<RoleRow> Parallelism =>
    [
        new(ConfigRole.TensorParallel, RoleKind.Degree)
        {
            Unit = "devices", MinusOneIsUnset = true, ZeroIsUnset = true, Metadata = "TensorParallel",
            Relatives = ["SequenceParallel"],
            Names =
            [
                .. Own("TensorParallel", "TensorParallelSize", "TensorParallelism", "ModelParallel", "ModelParallelism", "TpDegree"),
                .. Megatron("tensor_model_parallel_size", "model_parallel_size"),
                .. Torchtitan("tensor_parallel_degree"),
                .. Trainers("tp_size", "tp", "mp_size"),
            ],
        },
        new(ConfigRole.PipelineParallel, RoleKind.Degree)
        {
            Unit = "devices", MinusOneIsUnset = true, ZeroIsUnset = true, Metadata = "PipelineParallel",
            Names =
            [
                .. Own("PipelineParallel", "PipelineParallelSize", "PipelineParallelism", "PipelineStages", "NumPipelineStages",
                    "PpDegree"),
                .. Megatron("pipeline_model_parallel_size", "pipe_parallel_size"),
                .. Torchtitan("pipeline_parallel_degree"),
                .. Trainers("pp_size", "pp"),
            ],
        },
        new(ConfigRole.ContextParallel, RoleKind.Degree)
        {
            Unit = "devices", MinusOneIsUnset = true, ZeroIsUnset = true, Metadata = "ContextParallel",
            Names =
            [
                .. Own("ContextParallel", "ContextParallelSize", "ContextParallelism", "CpDegree"),
                .. Torchtitan("context_parallel_degree"),
                .. Trainers("cp_size", "cp", "sequence_parallel_degree", "sequence_parallel_size"),
            ],
        },
        new(ConfigRole.DataParallelShards, RoleKind.Degree)
        {
            Unit = "devices", MinusOneIsUnset = true,
            Names =
            [
                .. Own("DataParallelShards"),
                .. Torchtitan("data_parallel_shard_degree"),
            ],
        },
        new(ConfigRole.DataParallelReplicas, RoleKind.Degree)
        {
            Unit = "devices", MinusOneIsUnset = true,
            Names =
            [
                .. Own("DataParallelReplicas"),
                .. Torchtitan("data_parallel_replicate_degree"),
            ],
        },
        new(ConfigRole.DataParallel, RoleKind.Degree)
        {
            Unit = "devices", MinusOneIsUnset = true, Metadata = "DataParallel",
            Names =
            [
                .. Own("DataParallel", "DataParallelSize", "DataParallelism", "DataParallelDegree", "DpDegree"),
                .. Megatron("data_parallel_size"),
                .. Trainers("dp_size", "dp"),
            ],
        },
        new(ConfigRole.ExpertParallel, RoleKind.Degree)
        {
            Unit = "devices", MinusOneIsUnset = true, ZeroIsUnset = true, Metadata = "ExpertParallel",
            Names =
            [
                .. Own("ExpertParallel", "ExpertParallelSize", "ExpertParallelism"),
                .. Megatron("expert_model_parallel_size"),
                .. Trainers("ep_size"),
            ],
        },
        new(ConfigRole.ZeroStage, RoleKind.Degree)
        {
            Metadata = "ZeroStage",
            Relatives = ["PipelineStage"],
            Names =
            [
                .. Own("ZeroStage"),
                .. DeepSpeed("zero_stage"),
            ],
        },
    ];
}
