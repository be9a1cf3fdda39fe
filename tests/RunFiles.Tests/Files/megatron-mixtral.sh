#!/bin/bash
# NVIDIA/Megatron-LM 0a40979e, examples/mixtral/train_mixtral_8x7b_distributed.sh (its sizes are those of a trial)
GPUS_PER_NODE=2
NNODES=${SLURM_NNODES:-"1"}

MODEL_ARGS=(
    --disable-bias-linear
    --seq-length 256
    --max-position-embeddings 2048
    --num-layers 2
    --hidden-size 256
    --ffn-hidden-size 896
    --num-attention-heads 2
    --normalization RMSNorm
    --position-embedding-type rope
    --swiglu
    --untie-embeddings-and-output-weights
    --group-query-attention
    --num-query-groups 2
    --num-experts 2
    --moe-router-topk 2
)
TRAINING_ARGS=(
    --micro-batch-size 1
    --global-batch-size 4
    --lr 1e-4
    --train-iters 7
    # --bf16
    --tensor-model-parallel-size 1
    --pipeline-model-parallel-size 1
    --expert-model-parallel-size 2
    --use-distributed-optimizer
)
torchrun pretrain_gpt.py ${MODEL_ARGS[@]} ${TRAINING_ARGS[@]}
